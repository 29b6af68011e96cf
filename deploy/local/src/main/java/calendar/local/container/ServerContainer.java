package calendar.local.container;

import calendar.local.process.Await;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Scripts;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container, for tests: one port of it is published on the loopback address. Its data
 * are the container's, and last through stops and crashes until {@link #close}.
 *
 * <p>The container is removed when this process ends, even if this process is killed: a guard
 * outside does it. Testcontainers' own (Ryuk) is one more image that would have to be there.
 *
 * <p>Not safe for use by several threads.
 */
public final class ServerContainer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(60);

  /** Silent: failures are thrown. This list keeps the loggers, or they would lose their level. */
  private static final List<Logger> SILENCED =
      Stream.of("org.testcontainers", "tc").map(Logger::getLogger).toList();

  static {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    System.setProperty(Docker.HOST, Docker.environment().get(Docker.HOST));
  }

  private final ContainerImage image;
  private final Path folder;
  private final String name;
  private final GenericContainer<?> container;
  private GuardedProcess guard;

  /**
   * One that does not exist yet.
   *
   * @param folder where its guard runs; its last name is the container's
   * @param inside the server's port inside of the container
   * @param port where it is published
   * @param environment variables of the container
   * @param command what it runs; the image's own, if empty
   */
  public ServerContainer(
      ContainerImage image,
      Path folder,
      int inside,
      int port,
      Map<String, String> environment,
      String... command) {
    this.image = image;
    this.folder = folder;
    this.name = folder.getFileName().toString();
    this.container =
        new GenericContainer<>(DockerImageName.parse(image.toString()))
            .withImagePullPolicy(never -> false)
            .withEnv(environment)
            .withCommand(command)
            .withCreateContainerCmdModifier(
                creation -> creation.withName(name).withHostName("calendar"))
            // Readiness is ours to ask for, after every start.
            .waitingFor(new Immediately());
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
  }

  /**
   * Starts it, on the data that it has, and returns once it answers.
   *
   * @throws LocalException if it ends instead or takes too long
   */
  public void start(BooleanSupplier answers) {
    try {
      if (guard == null) {
        guard = GuardedProcess.start(removal(), line -> {});
        container.start();
      } else {
        docker().startContainerCmd(name).exec();
      }
    } catch (ContainerLaunchException | DockerException failure) {
      throw new LocalException(
          "A container of %s cannot be started: %s".formatted(image, rootOf(failure)), failure);
    }
    Await.until("a container of %s answers".formatted(image), START_LIMIT, () -> is(answers));
  }

  /** Stops the server in an orderly way. The data stay. */
  public void stop() {
    docker().stopContainerCmd(name).withTimeout((int) STOP_LIMIT.toSeconds()).exec();
  }

  /** Ends the server as a crash would (SIGKILL), and waits until it has ended. */
  public void kill() {
    docker().killContainerCmd(name).exec();
    Await.until("a container of %s has ended".formatted(image), STOP_LIMIT, () -> !isRunning());
  }

  /** Freezes all of its processes. */
  public void pause() {
    docker().pauseContainerCmd(name).exec();
  }

  public void resume() {
    docker().unpauseContainerCmd(name).exec();
  }

  /** What a program inside of it prints, without line ends around it. */
  public String run(String... words) {
    try {
      ExecResult result = container.execInContainer(words);
      return result.getStdout().strip();
    } catch (IOException failure) {
      throw new LocalException(words[0] + " cannot be run: " + failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("interrupted while running " + words[0], interrupted);
    }
  }

  /** Removes it with its data, whatever it does. */
  @Override
  public void close() {
    if (guard != null) {
      guard.close();
    }
  }

  private GuardedCommand removal() {
    List<String> words =
        List.of(
            "sh",
            "-c",
            Scripts.read(ServerContainer.class, "remove-container.sh"),
            "remover",
            name);
    return new GuardedCommand(words, Docker.environment(), folder, "TERM", REMOVAL_LIMIT);
  }

  private boolean is(BooleanSupplier answers) {
    if (!isRunning()) {
      throw new LocalException(
          "A container of %s ended at its start:%n%s".formatted(image, container.getLogs()));
    }
    return answers.getAsBoolean();
  }

  private boolean isRunning() {
    return container.isRunning();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private static final class Immediately extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }
}
