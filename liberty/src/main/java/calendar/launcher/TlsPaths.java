package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks whether the files of TLS are there, before the server starts. What is in them, it reads.
 */
final class TlsPaths {
  /** The first two go together; the third needs them. */
  private static final List<Key> KEYS =
      List.of(Key.GRPC_TLS_CERTIFICATE, Key.GRPC_TLS_KEY, Key.GRPC_TLS_CLIENT_CA);

  private TlsPaths() {}

  /**
   * @throws ConfigException for the first file that is missing, or that cannot be read
   */
  static void check(Server server, EffectiveSettings settings) {
    List<Key> set =
        KEYS.stream()
            .filter(server.keys()::contains)
            .filter(key -> !settings.text(key).isEmpty())
            .toList();
    if (set.isEmpty()) {
      return;
    }
    for (Key needed : KEYS.subList(0, 2)) {
      if (!set.contains(needed)) {
        throw new ConfigException(
            "%s: expected a file, because %s is set, found nothing"
                .formatted(needed.path(), set.get(0).path()));
      }
    }
    set.forEach(key -> check(key, settings));
  }

  private static void check(Key key, EffectiveSettings settings) {
    Path file = Path.of(settings.variable(key));
    if (!file.isAbsolute()) {
      throw refused(key, settings, "an absolute path here", file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw refused(key, settings, "a file", file + ", which is none");
    }
    if (!Files.isReadable(file)) {
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
