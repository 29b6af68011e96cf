package calendar.local.container;

import calendar.local.process.Attempt;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The images of which tests run containers, where Docker has them: the engine of this machine, or
 * the one that {@code DOCKER_HOST} names. Safe for use by several threads.
 */
public enum ContainerImage {
  RABBITMQ("rabbitmq:4-management"),
  POSTGRESQL("postgres:17");

  /** The variable, and Testcontainers' system property, that say where the engine is. */
  static final String HOST = "DOCKER_HOST";

  private static final int LIMIT_SECONDS = 10;
  private static final Map<ContainerImage, Boolean> PRESENT = new ConcurrentHashMap<>();

  private final String reference;

  ContainerImage(String reference) {
    this.reference = reference;
  }

  /**
   * Whether Docker answers within ten seconds and has it. It is asked only once, and nothing is
   * pulled.
   *
   * <p>Testcontainers could be asked as well, but takes minutes to find out that there is none.
   */
  public boolean isPresent() {
    return PRESENT.computeIfAbsent(this, ContainerImage::askDocker);
  }

  /** The variables that make {@code docker} speak to this engine, whatever context is current. */
  public static Map<String, String> dockerEnvironment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> !name.matches("PATH|HOME|DOCKER_.*"));
    environment.remove("DOCKER_CONTEXT");
    environment.values().removeIf(String::isEmpty);
    environment.putIfAbsent(HOST, "unix:///var/run/docker.sock");
    return environment;
  }

  /** Its name with its tag. */
  @Override
  public String toString() {
    return reference;
  }

  private boolean askDocker() {
    ProcessBuilder question =
        new ProcessBuilder("docker", "image", "inspect", reference)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    question.environment().clear();
    question.environment().putAll(dockerEnvironment());
    Process process;
    try {
      process = question.start();
    } catch (IOException notInstalled) {
      return false;
    }
    boolean inTime =
        Attempt.to("ask Docker", () -> process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
    process.destroyForcibly();
    return inTime && process.exitValue() == 0;
  }
}
