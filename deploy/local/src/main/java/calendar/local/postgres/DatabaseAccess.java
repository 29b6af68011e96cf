package calendar.local.postgres;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.config.Settings.Origin;
import calendar.local.process.Ports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the calendar's database is and who may use it.
 *
 * @param services the role of the services, which may read and write rows
 * @param owner the role that owns the schema
 */
public record DatabaseAccess(String host, int port, String name, Login services, Login owner) {

  /** A role of the database and its password. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  public static DatabaseAccess of(Settings settings) {
    return new DatabaseAccess(
        settings.text(Key.DATABASE_HOST),
        settings.number(Key.DATABASE_PORT),
        settings.text(Key.DATABASE_NAME),
        new Login(settings.text(Key.DATABASE_USER), settings.text(Key.DATABASE_PASSWORD)),
        new Login(
            settings.text(Key.DATABASE_OWNER_USER), settings.text(Key.DATABASE_OWNER_PASSWORD)));
  }

  /**
   * A database on a server of our own, with the configured names and passwords. Passwords that are
   * not configured are random.
   */
  public static DatabaseAccess own(Settings settings, int port) {
    return new DatabaseAccess(
        "127.0.0.1",
        port,
        settings.text(Key.DATABASE_NAME),
        ownLogin(settings, Key.DATABASE_USER, Key.DATABASE_PASSWORD),
        ownLogin(settings, Key.DATABASE_OWNER_USER, Key.DATABASE_OWNER_PASSWORD));
  }

  private static Login ownLogin(Settings settings, Key user, Key password) {
    boolean configured = settings.origin(password) != Origin.DEFAULT;
    return new Login(
        settings.text(user), configured ? settings.text(password) : UUID.randomUUID().toString());
  }

  /** A database on a server of our own, on a free port, with the usual names. */
  public static DatabaseAccess generated() {
    return own(Settings.load(Program.MIGRATE, Optional.empty(), Map.of()), Ports.free());
  }

  /** The variables that point a program of the calendar at this database. */
  public Map<String, String> environment() {
    return Map.of(
        Key.DATABASE_HOST.environmentVariable(), host,
        Key.DATABASE_PORT.environmentVariable(), Integer.toString(port),
        Key.DATABASE_NAME.environmentVariable(), name,
        Key.DATABASE_USER.environmentVariable(), services.user(),
        Key.DATABASE_PASSWORD.environmentVariable(), services.password(),
        Key.DATABASE_OWNER_USER.environmentVariable(), owner.user(),
        Key.DATABASE_OWNER_PASSWORD.environmentVariable(), owner.password());
  }

  /** Connects as the services do. */
  public Connection connect() throws SQLException {
    return connect(name, services);
  }

  /** Connects as the schema's owner. */
  public Connection connectAsOwner() throws SQLException {
    return connect(name, owner);
  }

  Connection connect(String database, Login login) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL("jdbc:postgresql://%s:%d/?connectTimeout=5".formatted(host, port));
    source.setDatabaseName(database);
    return source.getConnection(login.user(), login.password());
  }
}
