package calendar.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Shell scripts that are resources of the class path. */
public final class Scripts {
  private Scripts() {}

  /**
   * Returns the text of a script.
   *
   * @param owner a class in the script's package
   */
  public static String read(Class<?> owner, String name) {
    try (InputStream script = owner.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
