package calendar.ddl;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.text.VisibleText;
import calendar.tls.TlsKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program {@code calendar_migrate}: migrates the database schema to this version. */
@Command(
    name = "calendar_migrate",
    mixinStandardHelpOptions = true,
    versionProvider = CalendarMigrate.Version.class,
    description = "Migrates the database schema to this version, as the schema's owner.",
    footer = {
      "",
      "Exit status: 0 success, 1 database error or no answer, 2 wrong usage or configuration."
    })
public final class CalendarMigrate implements Callable<Integer> {
  private static final Duration RETRY = Duration.ofMillis(500);

  @Option(names = "--config", paramLabel = "PATH", description = "The configuration file.")
  private Path config;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "How long to wait for a database that does not answer yet (default: 0).")
  private int waitSeconds;

  @Option(
      names = "--check",
      description = "Change nothing: only log in and count the migrations to apply.")
  private boolean check;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the program and returns its exit status. */
  static int run(String... arguments) {
    return new CommandLine(new CalendarMigrate()).execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Settings settings =
          Settings.load(Program.MIGRATE, Optional.ofNullable(config), System.getenv());
      settings.notices().forEach(CalendarMigrate::printError);
      TlsKeys.problem(List.of(Key.DATABASE_TLS), settings::text)
          .ifPresent(
              problem -> {
                throw new ConfigException(problem);
              });
      String database =
          "Database %s on %s:%d"
              .formatted(
                  settings.text(Key.DATABASE_NAME),
                  settings.text(Key.DATABASE_HOST),
                  settings.number(Key.DATABASE_PORT));
      if (check) {
        System.out.printf(
            "%s: logged in as %s, migrations to apply: %d.%n",
            database,
            settings.text(Key.DATABASE_OWNER_USER),
            onceReachable(() -> Migrations.pending(settings)));
      } else {
        System.out.printf(
            "%s is up to date, migrations applied: %d.%n",
            database, onceReachable(() -> Migrations.apply(settings)));
      }
      return 0;
    } catch (ConfigException unusable) {
      printError(unusable.getMessage());
      return 2;
    } catch (MigrationException refused) {
      printError(refused.getMessage());
      return 1;
    }
  }

  private static void printError(String line) {
    System.err.println("calendar_migrate: " + VisibleText.oneLine(line));
  }

  private int onceReachable(IntSupplier work) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
    while (true) {
      try {
        return work.getAsInt();
      } catch (MigrationException failure) {
        if (!failure.unreachable() || System.nanoTime() - end >= 0) {
          throw failure;
        }
        Thread.sleep(RETRY.toMillis());
      }
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
