package calendar.bench.system;

import calendar.bench.BenchException;
import calendar.client.Address;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.DatabaseAccess.Login;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A system that already runs: the bench calls it, but starts and stops none of its processes. */
public final class GivenSystem {
  private static final int POSTGRES_PORT = 5432;

  private GivenSystem() {}

  /**
   * Finds it by its configuration or by addresses, which win, and tries its database.
   *
   * @throws BenchException if an address is missing, or if the database cannot be reached
   */
  public static BenchedSystem of(
      Optional<Path> config, Optional<String> address, Optional<String> database) {
    if (config.isEmpty() && (address.isEmpty() || database.isEmpty())) {
      throw BenchException.usage(
          "ADDRESS, DATABASE: expected both, or CONFIG, to measure a system that runs");
    }
    Settings settings = Settings.load(Program.API, config, System.getenv());
    DatabaseAccess access =
        database
            .map(GivenSystem::parseDatabase)
            .orElseGet(() -> asServices(DatabaseAccess.of(settings)));
    requireReached(access, database.isPresent() ? "DATABASE" : "CONFIG");
    return new BenchedSystem(
        address.map(GivenSystem::parseAddress).orElseGet(() -> address(settings)),
        access,
        Optional.empty(),
        Optional.empty());
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
      throw BenchException.usage(
          "DATABASE: expected postgresql://USER:PASSWORD@HOST:PORT/NAME, found something else");
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

  /** The password of the schema's owner is not needed. */
  private static DatabaseAccess asServices(DatabaseAccess access) {
    return new DatabaseAccess(
        access.host(), access.port(), access.name(), access.services(), access.services());
  }
}
