package calendar.local.container;

import calendar.local.process.Attempt;
import calendar.local.process.Await;
import calendar.local.process.Commands;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Server;
import calendar.local.process.WorkFolder;
import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container, for tests: one port of it is published on the loopback address. Its data
 * are the container's, and last through stops and crashes until {@link #close}.
 *
 * <p>The container is removed when this process ends, even if this process is killed: a guard
 * outside does it. Testcontainers' own (Ryuk) is one more image that would have to be there.
 */
public abstract class ServerContainer implements Server {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(60);

  /** Silent: failures are thrown. This list keeps the loggers, or they would lose their level. */
  private static final List<Logger> SILENCED =
      Stream.of("org.testcontainers", "tc").map(Logger::getLogger).toList();

  static {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    System.setProperty(
        ContainerImage.HOST, ContainerImage.dockerEnvironment().get(ContainerImage.HOST));
  }

  private final ContainerImage image;
  private final WorkFolder folder;
  private final String name;
  private final GenericContainer<?> container;
  private GuardedProcess guard;

  /**
   * A server whose container does not exist yet.
   *
   * @param folder where its guard runs; its last name is the container's
   * @param inside the server's port inside of the container
   * @param port where it is published
   * @param environment variables of the container
   * @param command what it runs; the image's own, if empty
   */
  protected ServerContainer(
      ContainerImage image,
      WorkFolder folder,
      int inside,
      int port,
      Map<String, String> environment,
      String... command) {
    this.image = image;
    this.folder = folder;
    this.name = folder.path().getFileName().toString();
    this.container =
        new GenericContainer<>(DockerImageName.parse(image.toString()))
            .withImagePullPolicy(never -> false)
            .withEnv(environment)
            .withCommand(command)
            .withCreateContainerCmdModifier(
                creation -> creation.withName(name).withHostName("calendar"))
            // For nothing: readiness is ours to ask for, after every start.
            .waitingFor(new WaitAllStrategy());
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
  }

  /** Returns true if the running server is ready for work. */
  protected abstract boolean isReady();

  @Override
  public void start() {
    if (guard == null) {
      guard = GuardedProcess.start(removal(), line -> {});
      container.start();
    } else {
      docker().startContainerCmd(name).exec();
    }
    Await.until("a container of %s answers".formatted(image), START_LIMIT, this::isUp);
  }

  @Override
  public final void stop() {
    docker().stopContainerCmd(name).withTimeout((int) STOP_LIMIT.toSeconds()).exec();
  }

  @Override
  public final void kill() {
    docker().killContainerCmd(name).exec();
    Await.until(
        "a container of %s has ended".formatted(image), STOP_LIMIT, () -> !container.isRunning());
  }

  @Override
  public final void pause() {
    docker().pauseContainerCmd(name).exec();
  }

  @Override
  public final void resume() {
    docker().unpauseContainerCmd(name).exec();
  }

  @Override
  public final void close() {
    if (guard != null) {
      guard.close();
    }
    folder.close();
  }

  @Override
  public final Path folder() {
    return folder.path();
  }

  /** Returns what a program inside of it prints, without line ends around it. */
  protected final String run(String... words) {
    return Attempt.to("run " + words[0], () -> container.execInContainer(words))
        .getStdout()
        .strip();
  }

  private GuardedCommand removal() {
    String script = Commands.script("container/remove-container.sh");
    return new GuardedCommand(
        List.of("sh", "-c", script, "remover", name),
        ContainerImage.dockerEnvironment(),
        folder.path(),
        "TERM",
        REMOVAL_LIMIT);
  }

  private boolean isUp() {
    if (!container.isRunning()) {
      throw new LocalException(
          "A container of %s ended at its start:%n%s".formatted(image, container.getLogs()));
    }
    return isReady();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }
}
