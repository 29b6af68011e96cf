package calendar.client.token;

import calendar.client.TokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a token. It is read for each call, because something else may renew it. */
public final class TokenFile implements TokenSource {
  private final Path file;

  public TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public String token() throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw new IOException("expected a readable file with a token, found " + file, unreadable);
    }
    return TokenText.read(text)
        .orElseThrow(() -> new IOException("expected one token and nothing else in " + file));
  }
}
