package calendar.client.ics.syntax;

import java.util.Optional;

/** The parameters of a property (RFC 5545, 3.2): {@code ;NAME=value;OTHER="quoted value"}. */
public final class Parameters {
  private Parameters() {}

  /** The value of a parameter, without its quotes. */
  public static Optional<String> value(String parameters, String name) {
    int begin = indexOfUnquoted(parameters, ';', 0);
    while (begin >= 0) {
      int end = indexOfUnquoted(parameters, ';', begin + 1);
      String parameter = parameters.substring(begin + 1, end < 0 ? parameters.length() : end);
      int equals = parameter.indexOf('=');
      if (equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return Optional.of(unquoted(parameter.substring(equals + 1).strip()));
      }
      begin = end;
    }
    return Optional.empty();
  }

  /** The index of a character outside quotes; -1 if there is none. */
  static int indexOfUnquoted(String text, char character, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == '"') {
        quoted = !quoted;
      } else if (here == character && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** Removes surrounding quotes, if any. */
  public static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
