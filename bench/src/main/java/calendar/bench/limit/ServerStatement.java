package calendar.bench.limit;

import calendar.bench.BenchException;
import java.lang.reflect.Field;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the calendar's, taken out of its classes: what pgbench runs is what the calendar
 * runs, or the comparison would say nothing. Immutable.
 *
 * @param name for messages
 * @param sql its text; parameters are {@code ?} or, as JPA has them, {@code ?1}
 */
record ServerStatement(String name, String sql) {
  private static final Pattern PARAMETER = Pattern.compile("\\?(\\d*)");

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

  /** Gives the parameters values, in their order. */
  ServerStatement withAll(String... values) {
    int[] next = {0};
    String bound =
        PARAMETER
            .matcher(sql)
            .replaceAll(
                parameter -> {
                  String number = parameter.group(1);
                  int index = number.isEmpty() ? next[0]++ : Integer.parseInt(number) - 1;
                  if (index >= values.length) {
                    throw changed(parameter.group());
                  }
                  return Matcher.quoteReplacement(values[index]);
                });
    return new ServerStatement(name, bound);
  }

  /**
   * Gives the parameter a value that stands in a piece of text.
   *
   * @param piece with one question mark in it
   */
  ServerStatement with(String piece, String value) {
    if (!sql.contains(piece)) {
      throw changed(piece);
    }
    return new ServerStatement(name, sql.replace(piece, piece.replace("?", value)));
  }

  /**
   * Its text, when all parameters have values.
   *
   * @throws BenchException if one has none
   */
  String text() {
    if (PARAMETER.matcher(sql).find()) {
      throw changed("?");
    }
    return sql;
  }

  private BenchException changed(String piece) {
    return new BenchException(
        BenchException.FAILED,
        "the calendar's statement %s has changed, and the bench has to follow: \"%s\" in %s"
            .formatted(name, piece, sql));
  }
}
