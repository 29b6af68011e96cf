package calendar.database;

import calendar.error.StorageUnavailableException;
import calendar.tls.DatabaseTls;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Classifies failures of the database by SQLSTATE (PostgreSQL documentation, appendix A). */
public final class DatabaseErrors {
  private static final Set<String> COLLISIONS =
      Set.of(
          "23P01", // exclusion_violation: the owner's time
          "23505", // unique_violation: the request id
          "40P01", // deadlock_detected
          "40001"); // serialization_failure
  private static final Set<String> NOT_SET_UP =
      Set.of(
          "42P01", // undefined_table
          "42703", // undefined_column
          "42501"); // insufficient_privilege

  /** Failures that an operator can fix, by SQLSTATE or its class. */
  private static final Map<String, String> MISCONFIGURED =
      Map.of(
          "28", // invalid_authorization_specification
          "the database rejects the login: check database.user and database.password",
          "3D", // invalid_catalog_name
          "there is no such database: check database.name",
          "53300", // too_many_connections
          "the database has no connection left: check database.pool_size of all programs");

  /** The statement or its data is wrong: a bug. */
  private static final Set<String> BUG_CLASSES = Set.of("21", "22", "23", "42");

  private DatabaseErrors() {}

  /**
   * Translates a failure.
   *
   * @return a {@link CollisionException} if the transaction conflicts with another one, a {@link
   *     StorageUnavailableException} if the database does not answer or is not set up, and
   *     otherwise the failure itself, which is a bug
   */
  public static RuntimeException translate(Exception failure) {
    Optional<SQLException> database =
        causes(failure).map(DatabaseErrors::asSql).flatMap(Optional::stream).findFirst();
    String state = database.map(SQLException::getSQLState).orElse("");
    if (COLLISIONS.contains(state)) {
      return new CollisionException(failure);
    }
    if (NOT_SET_UP.contains(state)) {
      return new StorageUnavailableException(
          "the database is not set up for this version: run calendar_migrate", failure);
    }
    boolean bug = state.length() == 5 && BUG_CLASSES.contains(state.substring(0, 2));
    if (bug || database.isEmpty()) {
      return failure instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("the database rejected a statement", failure);
    }
    return new StorageUnavailableException(
        misconfigured(state).orElseGet(() -> unreachable(failure)), failure);
  }

  private static String unreachable(Exception failure) {
    return DatabaseTls.isTlsFailure(failure)
        ? "TLS to the database failed: check database.tls and database.ca"
        : "the database does not answer";
  }

  private static Optional<String> misconfigured(String state) {
    return MISCONFIGURED.keySet().stream()
        .filter(state::startsWith)
        .findFirst()
        .map(MISCONFIGURED::get);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Optional<SQLException> asSql(Throwable failure) {
    return failure instanceof SQLException sql ? Optional.of(sql) : Optional.empty();
  }
}
