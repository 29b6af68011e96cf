package calendar.reminder.postgres;

import calendar.reminder.DeliveryOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The transactions on reminders without a container. A delivery runs in a JDBC transaction on a
 * connection of its thread; every other method is one statement and commits by itself.
 */
final class LocalTransactions extends ReminderTransactions {
  private final DataSource database;
  private final ThreadLocal<Connection> open;

  LocalTransactions(DataSource database) {
    this(database, new ThreadLocal<>());
  }

  private LocalTransactions(DataSource database, ThreadLocal<Connection> open) {
    super(sharing(database, open));
    this.database = database;
    this.open = open;
  }

  @Override
  public Map<UUID, DeliveryOutcome> deliver(
      List<UUID> ids, Instant now, Consumer<List<UUID>> delivery) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      open.set(connection);
      try {
        // The delivery may use the storage too, which must not see this transaction.
        Map<UUID, DeliveryOutcome> outcomes =
            super.deliver(
                ids,
                now,
                delivered -> {
                  open.remove();
                  delivery.accept(delivered);
                });
        connection.commit();
        return outcomes;
      } finally {
        open.remove();
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Returns a source of the thread's open connection, if it has one, and of new connections. */
  private static DataSource sharing(DataSource database, ThreadLocal<Connection> open) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          boolean shares = method.getName().equals("getConnection") && open.get() != null;
          return shares ? unclosed(open.get()) : method.invoke(database, arguments);
        });
  }

  private static Connection unclosed(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("close") ? null : method.invoke(connection, arguments));
  }

  private interface Call {
    Object run(java.lang.reflect.Method method, Object[] arguments)
        throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.run(method, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
