package calendar.http.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.logging.Logger;

/**
 * A file with a token, read at each question, so that a new token counts at once. While the file
 * cannot be read or is empty, the token before stays. Safe for use by any number of threads.
 */
final class TokenFile {
  private static final Logger LOG = Logger.getLogger(TokenFile.class.getName());

  private final Path file;
  private byte[] token = {};
  private boolean reported;

  TokenFile(Path file) {
    this.file = file;
  }

  /** Whether the text is the token. Takes as long for every text of the same length. */
  boolean is(String text) {
    byte[] current = current();
    return current.length > 0 && MessageDigest.isEqual(current, text.getBytes(UTF_8));
  }

  private synchronized byte[] current() {
    try {
      String read = Files.readString(file).strip();
      if (!read.isEmpty()) {
        token = read.getBytes(UTF_8);
        reported = false;
        return token;
      }
      report("is empty");
    } catch (IOException unreadable) {
      report("cannot be read");
    }
    return token;
  }

  private void report(String problem) {
    if (!reported) {
      reported = true;
      LOG.warning(
          () ->
              "metrics.token_file: %s %s. The token before stays in use, if there was one"
                  .formatted(file, problem));
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
