package calendar.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Keeps closed connections for the next caller, because opening one is slow. Thread safe. */
public final class ReusedConnections {
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final DataSource database;

  private ReusedConnections(DataSource database) {
    this.database = database;
  }

  /** Returns a data source that never really closes a connection. */
  public static DataSource of(DataSource database) {
    ReusedConnections connections = new ReusedConnections(database);
    return proxy(DataSource.class, connections::source);
  }

  private Object source(Method method, Object[] arguments) throws Throwable {
    return method.getName().equals("getConnection")
        ? borrow()
        : invoke(method, database, arguments);
  }

  private Connection borrow() throws SQLException {
    Connection used = idle.poll();
    Connection connection = used == null ? database.getConnection() : used;
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (!method.getName().equals("close")) {
            return invoke(method, connection, arguments);
          }
          connection.setAutoCommit(true);
          idle.add(connection);
          return null;
        });
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private interface Call {
    Object run(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.run(method, arguments)));
  }
}
