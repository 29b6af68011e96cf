package calendar.client.command.base;

import calendar.client.Address;
import calendar.client.BearerToken;
import calendar.client.TokenSource;
import calendar.client.token.ClientCredentials;
import calendar.client.token.TokenFile;
import calendar.client.token.TokenText;
import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.config.Loopback;
import calendar.config.Settings;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Which token the client sends, if any. Options win over the variable {@code CALENDAR_TOKEN}, and
 * that wins over the configuration. No message has a token.
 */
final class TokenOptions {
  private static final String VARIABLE = "CALENDAR_TOKEN";

  @Option(
      names = "--token",
      scope = ScopeType.INHERIT,
      paramLabel = "TOKEN",
      description =
          "Token by which the server knows you. Others on this machine can see options; prefer"
              + " --token-file or the variable CALENDAR_TOKEN.")
  private String token;

  @Option(
      names = "--token-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "File with the token.")
  private Path file;

  @Option(
      names = "--allow-plaintext-token",
      scope = ScopeType.INHERIT,
      description =
          "Send the token without TLS to another machine too. Everyone on the way can read it.")
  private boolean allowPlainText;

  /**
   * What the options, the environment and the configuration say together. Gets the first token.
   *
   * @throws UsageException if there should be a token and is none, or if it would be sent in plain
   *     text
   */
  Optional<BearerToken> with(
      Settings settings,
      Map<String, String> environment,
      Clock clock,
      Address server,
      boolean usesTls) {
    Optional<Named> named = named(settings, environment, clock);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    if (!usesTls && !allowPlainText && !Loopback.is(server.host())) {
      throw new UsageException(
          "%s: not sent in plain text to %s, where others could read it on the way: use --tls, or --allow-plaintext-token if you trust the network"
              .formatted(named.get().name(), server));
    }
    try {
      named.get().source().token();
    } catch (IOException none) {
      throw new UsageException(named.get().name() + ": " + none.getMessage());
    }
    return Optional.of(new BearerToken(named.get().source(), allowPlainText));
  }

  /**
   * @param name of the option, variable or key, for messages
   */
  private record Named(String name, TokenSource source) {}

  private Optional<Named> named(Settings settings, Map<String, String> environment, Clock clock) {
    if (token != null && file != null) {
      throw new UsageException("--token and --token-file: expected one of them, found both");
    }
    if (token != null) {
      return Optional.of(fixed("--token", token));
    }
    if (file != null) {
      return Optional.of(new Named("--token-file", new TokenFile(file)));
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    return variable.isEmpty()
        ? configured(settings, clock)
        : Optional.of(fixed(VARIABLE, variable));
  }

  private static Named fixed(String name, String text) {
    String read =
        TokenText.read(text)
            .orElseThrow(() -> new UsageException(name + ": expected a token, found another text"));
    return new Named(name, () -> read);
  }

  private static Optional<Named> configured(Settings settings, Clock clock) {
    String configuredFile = settings.text(Key.CLIENT_AUTH_TOKEN_FILE);
    String url = settings.text(Key.CLIENT_AUTH_TOKEN_URL);
    if (!configuredFile.isEmpty() && !url.isEmpty()) {
      throw new UsageException(
          "%s and %s: expected one of them, found both"
              .formatted(Key.CLIENT_AUTH_TOKEN_FILE.path(), Key.CLIENT_AUTH_TOKEN_URL.path()));
    }
    if (!configuredFile.isEmpty()) {
      return Optional.of(
          new Named(Key.CLIENT_AUTH_TOKEN_FILE.path(), new TokenFile(Path.of(configuredFile))));
    }
    return url.isEmpty() ? Optional.empty() : Optional.of(byCredentials(url, settings, clock));
  }

  private static Named byCredentials(String url, Settings settings, Clock clock) {
    String clientId = needed(Key.CLIENT_AUTH_CLIENT_ID, settings);
    String secretFile = needed(Key.CLIENT_AUTH_CLIENT_SECRET_FILE, settings);
    String name = Key.CLIENT_AUTH_TOKEN_URL.path();
    try {
      return new Named(
          name, new ClientCredentials(url, clientId, Path.of(secretFile), trust(settings), clock));
    } catch (IllegalArgumentException unsafe) {
      throw new UsageException(name + ": " + unsafe.getMessage());
    }
  }

  private static SSLContext trust(Settings settings) {
    String file = settings.text(Key.CLIENT_AUTH_CA);
    try {
      return file.isEmpty()
          ? TrustedAuthorities.ofJava()
          : TrustedAuthorities.context(Key.CLIENT_AUTH_CA, Path.of(file));
    } catch (ConfigException unusable) {
      throw new UsageException(unusable.getMessage());
    }
  }

  private static String needed(Key key, Settings settings) {
    String value = settings.text(key);
    if (value.isEmpty()) {
      throw new UsageException(
          "%s: expected a value, because %s is set, found nothing"
              .formatted(key.path(), Key.CLIENT_AUTH_TOKEN_URL.path()));
    }
    return value;
  }
}
