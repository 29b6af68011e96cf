package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.tls.TlsKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks whether the files of TLS, and of the token for metrics, are there before the server starts.
 */
final class TlsPaths {
  /** Of each port: the first two go together; the third needs them. */
  private static final List<List<Key>> PORTS =
      List.of(
          List.of(Key.GRPC_TLS_CERTIFICATE, Key.GRPC_TLS_KEY, Key.GRPC_TLS_CLIENT_CA),
          List.of(Key.HTTP_TLS_CERTIFICATE, Key.HTTP_TLS_KEY));

  private TlsPaths() {}

  /**
   * @throws ConfigException for the first file that is missing, or that cannot be read
   */
  static void check(Server server, EffectiveSettings settings) {
    PORTS.forEach(keys -> checkPort(keys, server, settings));
    TlsKeys.problem(server.keys(), settings::text)
        .ifPresent(
            problem -> {
              throw new ConfigException(problem);
            });
    server.keys().stream()
        .filter(Key::file)
        .filter(key -> !settings.text(key).isEmpty())
        .forEach(key -> check(key, settings));
  }

  private static void checkPort(List<Key> keys, Server server, EffectiveSettings settings) {
    List<Key> set =
        keys.stream()
            .filter(server.keys()::contains)
            .filter(key -> !settings.text(key).isEmpty())
            .toList();
    if (set.isEmpty()) {
      return;
    }
    for (Key needed : keys.subList(0, 2)) {
      if (!set.contains(needed)) {
        throw new ConfigException(
            "%s: expected a file, because %s is set, found nothing"
                .formatted(needed.path(), set.get(0).path()));
      }
    }
  }

  private static void check(Key key, EffectiveSettings settings) {
    Path file = Path.of(settings.file(key));
    if (!file.isAbsolute()) {
      throw refused(key, settings, "an absolute path here", file.toString());
    }
    if (key.mustExist() && !Files.isRegularFile(file)) {
      throw refused(key, settings, "a file", file + ", which is none");
    }
    if (key.mustExist() && !Files.isReadable(file)) {
      throw refused(key, settings, "a file that can be read", file.toString());
    }
  }

  private static ConfigException refused(
      Key key, EffectiveSettings settings, String expected, String found) {
    return new ConfigException(
        "%s: %s: expected %s, found %s"
            .formatted(settings.source(key), key.path(), expected, found));
  }
}
