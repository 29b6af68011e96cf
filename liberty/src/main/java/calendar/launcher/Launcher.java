package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.launcher.text.Shell;
import calendar.text.VisibleText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs before a server: resolves its configuration, checks what can be checked, and prints the
 * environment that the server needs, as commands for the shell wrapper, which then becomes the
 * server.
 */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Launcher.Version.class,
    footer = {
      "",
      "Every key of the file may be set by a variable too, which wins: http.port by",
      "CALENDAR_HTTP_PORT. Options for the server's Java go into JVM_ARGS.",
      "Exit status: 2 if the configuration cannot be used, 1 if a login of --check",
      "was refused, otherwise the server's own."
    })
public final class Launcher implements Callable<Integer> {
  /** Exit status that tells the wrapper to start the server with what was printed. */
  static final int START = 100;

  /** Exit status of a check that was refused a login. */
  static final int REFUSED = 1;

  private final Server server;
  private final LaunchEnvironment launch;
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--config", paramLabel = "PATH", description = "The configuration file (YAML).")
  private Path config;

  @Option(
      names = "--check",
      arity = "0..1",
      paramLabel = "WHAT",
      fallbackValue = "logins",
      converter = CheckedPart.Converter.class,
      description = {
        "Print each value and what set it, try to log in",
        "at the database and the broker, start nothing.",
        "--check=offline does not try to log in."
      })
  private CheckedPart check;

  Launcher(Server server, LaunchEnvironment launch, PrintStream out, PrintStream err) {
    this.server = server;
    this.launch = launch;
    this.out = out;
    this.err = err;
  }

  /** The distribution's folder, the program's name, then the user's own arguments. */
  public static void main(String[] arguments) {
    LaunchEnvironment launch =
        new LaunchEnvironment(Path.of(arguments[0]), Path.of("").toAbsolutePath(), System.getenv());
    Launcher launcher = new Launcher(Server.named(arguments[1]), launch, System.out, System.err);
    System.exit(launcher.run(Arrays.copyOfRange(arguments, 2, arguments.length)));
  }

  int run(String... arguments) {
    return new CommandLine(this)
        .setCommandName(server.program().programName())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Override
  public Integer call() {
    try {
      EffectiveSettings settings =
          EffectiveSettings.resolve(server, Optional.ofNullable(config), launch);
      settings.notices().forEach(this::report);
      if (check != null) {
        return check(settings);
      }
      TlsPaths.check(server, settings);
      Listeners.check(server, settings);
      out.println(Shell.exports(new Instance(server, settings, launch).prepare()));
      out.println(Shell.unset(launch.keyVariables()));
      return START;
    } catch (ConfigException unusable) {
      report(unusable.getMessage());
      return 2;
    }
  }

  private int check(EffectiveSettings settings) {
    server.keys().forEach(key -> print(key, settings));
    if (check == CheckedPart.OFFLINE) {
      return 0;
    }
    out.println();
    TlsPaths.check(server, settings);
    int status = 0;
    for (Login login : Login.of(server, settings)) {
      Login.Answer answer = login.attempt(settings);
      if (answer.refused()) {
        report(answer.words());
        status = REFUSED;
      } else {
        out.println(answer.words());
      }
    }
    return status;
  }

  private void report(String line) {
    err.printf("%s: %s%n", server.program().programName(), VisibleText.oneLine(line));
  }

  private void print(Key key, EffectiveSettings settings) {
    String value = key.secret() ? "(hidden)" : VisibleText.oneLine(settings.text(key));
    out.printf("%-20s %-28s %s%n", key.path(), value, settings.source(key));
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Calendar " + current()};
    }

    /** The version in the manifest of the archive; without an archive, "development". */
    static String current() {
      return Objects.requireNonNullElse(
          Launcher.class.getPackage().getImplementationVersion(), "development");
    }
  }
}
