package calendar.bench.limit;

import calendar.bench.BenchException;
import java.lang.reflect.Field;

/**
 * A statement of the calendar's, taken out of its classes: what pgbench runs is what the calendar
 * runs but for what is left out in plain sight, or the comparison would say nothing. Immutable.
 *
 * @param name for messages
 * @param sql its text; parameters are {@code ?}
 */
record ServerStatement(String name, String sql) {
  /** The value of a constant, which need not be public. */
  static ServerStatement of(String type, String constant) {
    try {
      Field field = Class.forName(type).getDeclaredField(constant);
      field.setAccessible(true);
      return new ServerStatement(constant, (String) field.get(null));
    } catch (ReflectiveOperationException gone) {
      throw new BenchException(
          "the calendar has no statement %s any more".formatted(constant), gone);
    }
  }

  /** Replaces a piece of the text, such as one with a parameter. */
  ServerStatement with(String piece, String replacement) {
    if (!sql.contains(piece)) {
      throw changed(piece);
    }
    return new ServerStatement(name, sql.replace(piece, replacement));
  }

  /**
   * Its text, when all parameters have values.
   *
   * @throws BenchException if one has none
   */
  String text() {
    if (sql.contains("?")) {
      throw changed("?");
    }
    return sql;
  }

  private BenchException changed(String piece) {
    return BenchException.failed(
        "the calendar's statement %s has changed, and the bench has to follow: \"%s\" in %s",
        name, piece, sql);
  }
}
