package calendar.launcher.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The file by which a server learns its configuration. It gives defaults, not values: so the
 * environment, system properties and {@code server.xml} stay above it in Liberty too.
 */
public final class VariablesXml {
  private VariablesXml() {}

  /**
   * Replaces the file. Only its owner can read it, because it contains passwords.
   *
   * @param variables by name
   * @param includes further XML that is read after them, in this order
   */
  public static void write(Path file, Map<String, String> variables, List<String> includes)
      throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, xml(variables, includes));
  }

  private static String xml(Map<String, String> variables, List<String> includes) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<server>\n");
    variables.forEach(
        (name, value) ->
            xml.append(
                "  <variable name=\"%s\" defaultValue=\"%s\"/>%n".formatted(name, escape(value))));
    includes.forEach(
        include -> xml.append("  <include location=\"%s\"/>%n".formatted(escape(include))));
    return xml.append("</server>\n").toString();
  }

  /** As characters by number, all that means something in an attribute. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (character < ' ' || "<>&\"'".indexOf(character) >= 0) {
                escaped.append("&#").append(character).append(';');
              } else {
                escaped.appendCodePoint(character);
              }
            });
    return escaped.toString();
  }
}
