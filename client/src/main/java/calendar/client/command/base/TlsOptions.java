package calendar.client.command.base;

import calendar.client.Tls;
import calendar.client.Tls.ClientCertificate;
import calendar.config.Key;
import calendar.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Whether the client connects by TLS, and with which files. Options win over the configuration. */
final class TlsOptions {
  /** A word of the configuration in place of a file. */
  private static final String SYSTEM = "system";

  @Option(
      names = "--tls",
      scope = ScopeType.INHERIT,
      description = "Connect by TLS. Without --ca, the authorities that Java knows are trusted.")
  private boolean tls;

  @Option(
      names = "--ca",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "PEM file of the authorities to trust, instead of those that Java knows.")
  private Path authorities;

  @Option(
      names = "--cert",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "PEM file of the client's certificate, for a server that asks for one.")
  private Path certificate;

  @Option(
      names = "--key",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "PEM file of its private key (PKCS#8, without a password).")
  private Path key;

  /**
   * What the options and the configuration say together. Empty for plain text.
   *
   * @throws UsageException if a file is missing, or a certificate has no key
   */
  Optional<Tls> with(Settings settings) {
    Optional<Path> ca = file("--ca", authorities, Key.CLIENT_TLS_CA, settings);
    Optional<Path> chain = file("--cert", certificate, Key.CLIENT_TLS_CERTIFICATE, settings);
    Optional<Path> privateKey = file("--key", key, Key.CLIENT_TLS_KEY, settings);
    boolean trustsSystem = settings.text(Key.CLIENT_TLS_CA).equals(SYSTEM);
    if (!tls && !trustsSystem && ca.isEmpty() && chain.isEmpty() && privateKey.isEmpty()) {
      return Optional.empty();
    }
    if (chain.isPresent() != privateKey.isPresent()) {
      throw new UsageException("--cert and --key: expected both files or none, found one");
    }
    return Optional.of(
        new Tls(ca, chain.map(present -> new ClientCertificate(present, privateKey.get()))));
  }

  private static Optional<Path> file(String option, Path given, Key key, Settings settings) {
    String configured = settings.text(key);
    if (given == null && (configured.isEmpty() || configured.equals(SYSTEM))) {
      return Optional.empty();
    }
    Path file = given == null ? Path.of(configured) : given;
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(
          "%s: expected a readable file, found %s"
              .formatted(given == null ? key.path() : option, file));
    }
    return Optional.of(file);
  }
}
