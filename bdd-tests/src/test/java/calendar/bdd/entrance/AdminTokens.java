package calendar.bdd.entrance;

import calendar.client.token.ClientCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Tokens of an issuer that runs elsewhere, for one service account with the admin scope. All
 * callers are this account, so the calendar refuses nothing: scenarios about refusals need {@link
 * OwnIssuer}.
 */
final class AdminTokens implements Tokens {
  private final ClientCredentials credentials;

  AdminTokens(String url, String clientId, String secret, SSLContext trust) {
    try {
      Path file = Files.createTempFile("calendar-secret-", "");
      file.toFile().deleteOnExit();
      Files.writeString(file, secret);
      credentials = new ClientCredentials(url, clientId, file, trust, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same token for all subjects, until shortly before it expires. */
  @Override
  public Optional<String> of(String subject) {
    try {
      return Optional.of(credentials.token());
    } catch (IOException e) {
      throw new UncheckedIOException("there is no token for " + subject, e);
    }
  }
}
