package calendar.bdd.system;

import calendar.client.token.ClientCredentials;
import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * An administrator of a system elsewhere, whose issuer gives it tokens for its id and secret. It
 * makes all calls. Environment variables name it: CALENDAR_TEST_TOKEN_URL, CALENDAR_TEST_CLIENT_ID
 * and CALENDAR_TEST_CLIENT_SECRET.
 */
final class ServiceAccount implements Tokens {
  private final ClientCredentials credentials;

  private ServiceAccount(ClientCredentials credentials) {
    this.credentials = credentials;
  }

  /** Without the variables, the system asks for no token. */
  static Tokens named(Map<String, String> environment, Optional<Path> authority) {
    String url = environment.get("CALENDAR_TEST_TOKEN_URL");
    if (url == null) {
      return NONE;
    }
    try {
      Path secret = Files.createTempFile("secret", "");
      secret.toFile().deleteOnExit();
      Files.writeString(secret, environment.get("CALENDAR_TEST_CLIENT_SECRET"));
      return new ServiceAccount(
          new ClientCredentials(
              url,
              environment.get("CALENDAR_TEST_CLIENT_ID"),
              secret,
              authority
                  .map(file -> TrustedAuthorities.context(Key.CLIENT_AUTH_CA, file))
                  .orElseGet(TrustedAuthorities::ofJava),
              Clock.systemUTC()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> of(String caller) {
    try {
      return Optional.of(credentials.token());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
