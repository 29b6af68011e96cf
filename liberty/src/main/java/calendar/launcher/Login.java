package calendar.launcher;

import calendar.config.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a server logs in to, and the keys that say where and as whom. A login is tried with the
 * values that the server will use; the answer takes five seconds at most for each address of the
 * host.
 */
enum Login {
  DATABASE(
      "database",
      DatabaseLogin::refusal,
      Key.DATABASE_HOST,
      Key.DATABASE_PORT,
      Key.DATABASE_NAME,
      Key.DATABASE_USER,
      Key.DATABASE_PASSWORD),
  BROKER(
      "RabbitMQ virtual host",
      BrokerLogin::refusal,
      Key.RABBITMQ_HOST,
      Key.RABBITMQ_PORT,
      Key.RABBITMQ_VHOST,
      Key.RABBITMQ_USER,
      Key.RABBITMQ_PASSWORD);

  /** What trying showed: in words, and whether the server was refused. */
  record Answer(String words, boolean refused) {}

  private final String what;
  private final Function<EffectiveSettings, Optional<String>> refusal;
  private final Key host;
  private final Key port;
  private final Key place;
  private final Key user;
  private final Key password;

  Login(
      String what,
      Function<EffectiveSettings, Optional<String>> refusal,
      Key host,
      Key port,
      Key place,
      Key user,
      Key password) {
    this.what = what;
    this.refusal = refusal;
    this.host = host;
    this.port = port;
    this.place = place;
    this.user = user;
    this.password = password;
  }

  /** Those that a server needs. */
  static List<Login> of(Server server, EffectiveSettings settings) {
    return Stream.of(values())
        .filter(login -> server.keys().contains(login.host))
        .filter(login -> login != DATABASE || settings.text(Key.STORAGE).equals("postgres"))
        .toList();
  }

  Answer attempt(EffectiveSettings settings) {
    Optional<Key> unread =
        Stream.of(host, port, place, user, password)
            .filter(key -> !settings.isLiteral(key))
            .findFirst();
    if (unread.isPresent()) {
      return new Answer(
          "%s: login not tried: only Liberty can read the value of %s in %s"
              .formatted(what, unread.get().path(), settings.source(unread.get())),
          false);
    }
    String address =
        "%s %s on %s:%s as %s: "
            .formatted(
                what,
                settings.text(place),
                settings.text(host),
                settings.text(port),
                settings.text(user));
    return refusal
        .apply(settings)
        .map(why -> new Answer(address + why, true))
        .orElseGet(() -> new Answer(address + "logged in", false));
  }
}
