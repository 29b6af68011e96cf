package calendar.ddl;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calendar_migrate}: brings the database's schema up to this version, then ends. */
@Command(
    name = "calendar_migrate",
    mixinStandardHelpOptions = true,
    versionProvider = CalendarMigrate.Version.class,
    description = "Brings the database's schema up to this version, as the schema's owner.",
    footer = {"", "Exit status: 0 done, 1 the database refused or did not answer, 2 bad usage."})
public final class CalendarMigrate implements Callable<Integer> {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  @Option(names = "--config", paramLabel = "PATH", description = "The configuration file.")
  private Path config;

  public static void main(String[] arguments) {
    // Its lines are for developers; a warning or worse comes back as an exception.
    FLYWAY.setLevel(Level.OFF);
    System.exit(new CommandLine(new CalendarMigrate()).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      Settings settings =
          Settings.load(Program.MIGRATE, Optional.ofNullable(config), System.getenv());
      int applied = Migrations.apply(settings);
      System.out.printf(
          "Database %s on %s:%d is up to date, %d migrations applied.%n",
          settings.text(Key.DATABASE_NAME),
          settings.text(Key.DATABASE_HOST),
          settings.number(Key.DATABASE_PORT),
          applied);
      return 0;
    } catch (ConfigException unusable) {
      System.err.println("calendar_migrate: " + unusable.getMessage());
      return 2;
    } catch (MigrationException refused) {
      System.err.println("calendar_migrate: " + refused.getMessage());
      return 1;
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "calendar_migrate " + CalendarMigrate.class.getPackage().getImplementationVersion()
      };
    }
  }
}
