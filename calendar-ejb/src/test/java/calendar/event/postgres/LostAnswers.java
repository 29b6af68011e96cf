package calendar.event.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Connections to a real database that break after a statement has committed and before its result
 * arrives. Killing connections at random hardly ever hits this moment.
 */
public final class LostAnswers {
  private final DataSource real;
  private final int most;
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * @param most how many results to lose, from the first on
   */
  public LostAnswers(DataSource real, int most) {
    this.real = real;
    this.most = most;
  }

  public int count() {
    return Math.min(most, lost.get());
  }

  /** The number of statements that ran. */
  public int statements() {
    return lost.get();
  }

  public DataSource dataSource() {
    return wrap(DataSource.class, real, (method, result) -> connection((Connection) result));
  }

  private Connection connection(Connection connection) {
    return wrap(
        Connection.class,
        connection,
        (method, result) ->
            method.equals("prepareStatement")
                ? statement(connection, (PreparedStatement) result)
                : result);
  }

  private PreparedStatement statement(Connection connection, PreparedStatement statement) {
    return wrap(
        PreparedStatement.class,
        statement,
        (method, result) -> {
          if (method.startsWith("execute") && lost.getAndIncrement() < most) {
            connection.abort(Runnable::run);
            throw new SQLException("the connection broke", "08006");
          }
          return result;
        });
  }

  @FunctionalInterface
  private interface After {
    Object change(String method, Object result) throws SQLException;
  }

  private static <T> T wrap(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.change(method.getName(), method.invoke(target, arguments));
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
