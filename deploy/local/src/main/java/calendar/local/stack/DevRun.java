package calendar.local.stack;

import calendar.config.ConfigException;
import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code make dev}: starts the database and the broker, and runs the API in Liberty's dev mode.
 * Maven compiles each changed class, and the server loads it, until Ctrl-C.
 */
@Command(
    name = "make dev",
    description = "Starts a database and a broker, and runs the API in Liberty's dev mode.")
public final class DevRun implements Callable<Integer> {
  private static final Path API = Path.of("calendar-api-war");

  @Option(names = "--config", required = true, description = "The configuration file.")
  private Path config;

  @Option(names = "--data", required = true, description = "Where database and broker keep data.")
  private Path data;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DevRun()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    StackOptions options =
        StackOptions.kept(data)
            .withConfig(Optional.of(config))
            .withEnvironment(System.getenv())
            .withProgress(line -> System.out.println(line + " ..."));
    try (LocalStack stack = new LocalStack(options)) {
      endWithThisProcess(stack::close);
      stack.startBackingServices();
      Path xml = data.resolve("dev.xml").toAbsolutePath();
      Folders.create(data);
      Folders.writeSecret(xml, DevXml.of(stack.settings()));
      Process maven = liberty(xml);
      endWithThisProcess(maven::destroy);
      return maven.waitFor();
    } catch (ConfigException | LocalException failure) {
      System.err.println(failure.getMessage());
      return 1;
    }
  }

  private static void endWithThisProcess(Runnable end) {
    Runtime.getRuntime().addShutdownHook(new Thread(end, "stop"));
  }

  /** The server includes the file that this variable names, see its {@code server.xml}. */
  private static Process liberty(Path xml) throws IOException {
    // The phase lets Maven find the test classes that modules use of each other.
    List<String> words =
        List.of("mvn", "-B", "-ntp", "test-compile", "liberty:dev", "-pl", API.toString(), "-am");
    ProcessBuilder maven = new ProcessBuilder(words).inheritIO();
    maven.environment().put("CALENDAR_CONFIG_XML", xml.toString());
    return maven.start();
  }
}
