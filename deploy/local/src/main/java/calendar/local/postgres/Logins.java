package calendar.local.postgres;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.config.Settings.Origin;
import calendar.local.postgres.DatabaseAccess.Login;

/** The names that an embedded database and its roles have, and the roles' passwords. */
public record Logins(String database, Login services, Login owner) {

  /** The usual names and random passwords. */
  static Logins generated() {
    return new Logins(
        "calendar",
        new Login("calendar", Passwords.random()),
        new Login("calendar_owner", Passwords.random()));
  }

  /** The configured names and passwords; random passwords where none is configured. */
  public static Logins from(Settings settings) {
    return new Logins(
        settings.text(Key.DATABASE_NAME),
        new Login(settings.text(Key.DATABASE_USER), password(settings, Key.DATABASE_PASSWORD)),
        new Login(
            settings.text(Key.DATABASE_OWNER_USER),
            password(settings, Key.DATABASE_OWNER_PASSWORD)));
  }

  private static String password(Settings settings, Key key) {
    return settings.origin(key) == Origin.DEFAULT ? Passwords.random() : settings.text(key);
  }
}
