package calendar.bench.system;

import calendar.bench.BenchException;
import calendar.client.Address;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.DatabaseAccess.Login;
import calendar.local.stack.LocalStack;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A system that already runs: the bench calls it, but starts and stops none of its processes. */
public record GivenSystem(Address grpc, DatabaseAccess database) implements BenchedSystem {
  private static final int POSTGRES_PORT = 5432;
  private static final String EXPECTED = "postgresql://USER:PASSWORD@HOST:PORT/NAME";

  /**
   * Finds it by its configuration or by addresses, which win, and tries its database.
   *
   * @throws BenchException if an address is missing, or if the database cannot be reached
   */
  public static GivenSystem of(
      Optional<Path> config, Optional<String> address, Optional<String> database) {
    if (config.isEmpty() && (address.isEmpty() || database.isEmpty())) {
      throw BenchException.usage(
          "ADDRESS, DATABASE: expected both, or CONFIG, to measure a system that runs");
    }
    Settings settings = Settings.load(Program.API, config, System.getenv());
    GivenSystem system =
        new GivenSystem(
            address.map(GivenSystem::parseAddress).orElseGet(() -> address(settings)),
            database.map(GivenSystem::parseDatabase).orElseGet(() -> database(settings)));
    requireReached(system.database(), database.isPresent() ? "DATABASE" : "CONFIG");
    return system;
  }

  private static void requireReached(DatabaseAccess database, String variable) {
    try {
      database.connect().close();
    } catch (SQLException failure) {
      String why = failure.getMessage().lines().findFirst().orElse("no reason given");
      throw BenchException.usage(
          "%s: cannot connect to %s:%d: %s", variable, database.host(), database.port(), why);
    }
  }

  @Override
  public Optional<LocalStack> own() {
    return Optional.empty();
  }

  @Override
  public String describe() {
    return "one that was running already";
  }

  @Override
  public void close() {
    // Others run it.
  }

  static DatabaseAccess parseDatabase(String text) {
    try {
      URI uri = URI.create(text);
      String[] login = uri.getUserInfo().split(":", 2);
      Login services = new Login(login[0], login[1]);
      int port = uri.getPort() < 0 ? POSTGRES_PORT : uri.getPort();
      return new DatabaseAccess(
          uri.getHost(), port, uri.getPath().substring(1), services, services);
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException unusable) {
      // Not shown: there may be a password in it.
      throw BenchException.usage("DATABASE: expected %s, found something else", EXPECTED);
    }
  }

  private static Address parseAddress(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException unusable) {
      throw BenchException.usage("ADDRESS: expected HOST:PORT, found \"%s\"", text);
    }
  }

  private static Address address(Settings settings) {
    String ip = settings.text(Key.GRPC_IP);
    boolean any = ip.equals("0.0.0.0") || ip.equals("::");
    return new Address(any ? "localhost" : ip, settings.number(Key.GRPC_PORT));
  }

  private static DatabaseAccess database(Settings settings) {
    Login services =
        new Login(settings.text(Key.DATABASE_USER), settings.text(Key.DATABASE_PASSWORD));
    return new DatabaseAccess(
        settings.text(Key.DATABASE_HOST),
        settings.number(Key.DATABASE_PORT),
        settings.text(Key.DATABASE_NAME),
        services,
        services);
  }
}
