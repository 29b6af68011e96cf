package calendar.tls;

import calendar.config.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keys of which one needs another. A file without the key that turns its use on is refused too:
 * whoever names the authority of a database expects that it is verified.
 */
public final class TlsKeys {
  /** A key that needs a file if it has a certain value. */
  private record Need(Key key, String value, Key file) {}

  private static final List<Need> NEEDS =
      List.of(
          new Need(Key.DATABASE_TLS, DatabaseTls.VERIFY_FULL, Key.DATABASE_CA),
          new Need(Key.RABBITMQ_TLS, "true", Key.RABBITMQ_CA),
          new Need(Key.METRICS_ACCESS, "token", Key.METRICS_TOKEN_FILE));

  private TlsKeys() {}

  /**
   * Returns what is wrong: the key, what was expected and what was found. Empty if nothing is.
   *
   * @param keys those that the program reads
   * @param values the value of each
   */
  public static Optional<String> problem(Iterable<Key> keys, Function<Key, String> values) {
    for (Key key : keys) {
      Optional<String> problem =
          NEEDS.stream()
              .filter(need -> need.key() == key)
              .flatMap(need -> problem(need, values))
              .findFirst();
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Stream<String> problem(Need need, Function<Key, String> values) {
    boolean on = values.apply(need.key()).equals(need.value());
    boolean file = !values.apply(need.file()).isEmpty();
    if (on == file) {
      return Stream.empty();
    }
    return Stream.of(
        on
            ? "%s: expected a file, because %s is %s, found nothing"
                .formatted(need.file().path(), need.key().path(), need.value())
            : "%s: expected %s, because %s is set, found \"%s\""
                .formatted(
                    need.key().path(), need.value(), need.file().path(), values.apply(need.key())));
  }
}
