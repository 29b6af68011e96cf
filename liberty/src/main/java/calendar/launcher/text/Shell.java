package calendar.launcher.text;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The language that launcher and wrapper speak with each other. */
public final class Shell {
  private Shell() {}

  /** Commands that put the variables into the environment. */
  public static String exports(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "export %s=%s".formatted(variable.getKey(), quote(variable.getValue())))
        .collect(Collectors.joining("\n"));
  }

  /** A command that takes the variables out of the environment. */
  public static String unset(Collection<String> variables) {
    return variables.isEmpty() ? ":" : "unset " + String.join(" ", variables);
  }

  /** One word, whatever the text holds. */
  public static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
