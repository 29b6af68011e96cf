package calendar.client.command;

import java.util.Optional;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Describes arguments that no command knows, without the value of an unknown option: it may be a
 * token whose option is mistyped.
 */
final class UnknownArguments {
  private static final int SHORT_NAME = 2;

  private UnknownArguments() {}

  static String describe(UnmatchedArgumentException unmatched) {
    Optional<String> option =
        unmatched.getUnmatched().stream().filter(text -> text.startsWith("-")).findFirst();
    return option.map(text -> describe(name(text), unmatched)).orElseGet(unmatched::getMessage);
  }

  private static String describe(String name, UnmatchedArgumentException unmatched) {
    String line = "Unknown option: " + name;
    return unmatched.getSuggestions().isEmpty()
        ? line
        : line + "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
  }

  private static String name(String option) {
    return option.startsWith("--")
        ? option.split("=", 2)[0]
        : option.substring(0, Math.min(option.length(), SHORT_NAME));
  }
}
