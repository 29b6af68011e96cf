package calendar.local.container;

import calendar.local.process.LocalException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The Docker engine of this machine, or the one that {@code DOCKER_HOST} names, as the program
 * {@code docker} reaches it. Safe for use by several threads.
 */
public final class Docker {
  /** The variable, and Testcontainers' system property, that say where the engine is. */
  static final String HOST = "DOCKER_HOST";

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

  /** A busy engine answers at once that it is there, but not what it has. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static final Map<String, Boolean> IMAGES = new ConcurrentHashMap<>();

  private Docker() {}

  /**
   * Whether the engine answers within two seconds and has an image. It is asked only once, and
   * nothing is pulled.
   *
   * <p>Testcontainers could be asked as well, but takes minutes to find out that there is none.
   */
  static boolean hasImage(String name) {
    return IMAGES.computeIfAbsent(name, Docker::askForImage);
  }

  /** The variables that make {@code docker} speak to this engine, whatever context is current. */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> !name.matches("PATH|HOME|DOCKER_.*"));
    environment.remove("DOCKER_CONTEXT");
    environment.values().removeIf(String::isEmpty);
    environment.putIfAbsent(HOST, "unix:///var/run/docker.sock");
    return environment;
  }

  private static boolean askForImage(String name) {
    return succeeds(SIGN_OF_LIFE, "docker", "version")
        && succeeds(ANSWER, "docker", "image", "inspect", name);
  }

  private static boolean succeeds(Duration limit, String... command) {
    ProcessBuilder question =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    question.environment().clear();
    question.environment().putAll(environment());
    try {
      return succeeds(limit, question.start());
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static boolean succeeds(Duration limit, Process process) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("interrupted while asking Docker", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }
}
