package calendar.bdd.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.bdd.system.ProgramRun;
import calendar.bdd.system.SystemHooks;
import calendar.local.process.Ports;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Steps that start the program with an invalid configuration. */
public final class ConfigurationSteps {
  private static final String FILE = "calendar.yaml";

  private Path folder;
  private ServerSocket otherProgram;
  private ProgramRun run;

  @Before("@local")
  public void makeFolder() throws IOException {
    assumeTrue(
        SystemHooks.system().isOwn(),
        "the system under test runs on another machine: its programs cannot be started here");
    folder = Files.createTempDirectory("calendar-configuration-");
  }

  @After("@local")
  public void cleanUp() throws IOException {
    if (otherProgram != null) {
      otherProgram.close();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Given("a configuration file")
  public void aConfigurationFile(String yaml) throws IOException {
    Files.writeString(folder.resolve(FILE), yaml, UTF_8);
  }

  @Given("a configuration file that gives {} a port that another program listens on")
  public void aTakenPort(String key) throws IOException {
    otherProgram = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int taken = otherProgram.getLocalPort();
    aConfigurationFile(
        """
        http: {ip: 127.0.0.1, port: %d}
        grpc: {ip: 127.0.0.1, port: %d}
        storage: memory
        """
            .formatted(
                key.equals("http.port") ? taken : Ports.free(),
                key.equals("grpc.port") ? taken : Ports.free()));
  }

  @When("calendar_api is started with it")
  public void isStarted() throws Exception {
    isStarted(FILE);
  }

  @When("calendar_api is started with the configuration file {string}")
  public void isStarted(String file) throws Exception {
    run = ProgramRun.of("calendar_api", folder, "--config=" + file);
  }

  @Then("it ends with exit status {int}")
  public void itEndsWith(int status) {
    assertThat(run.status()).as(run.toString()).isEqualTo(status);
  }

  @Then("it prints one line with {string}")
  public void itPrints(String words) {
    assertThat(run.output()).singleElement().asString().contains(words);
  }
}
