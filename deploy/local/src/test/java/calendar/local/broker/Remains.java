package calendar.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.local.container.ContainerImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a broker consists of: processes, which run in its folder or have it as their home, and
 * perhaps a container of the same name as the folder.
 */
record Remains(Path folder) {

  long count() {
    return ProcessHandle.allProcesses().filter(this::uses).count() + containers();
  }

  private boolean uses(ProcessHandle process) {
    Path facts = Path.of("/proc", Long.toString(process.pid()));
    try {
      return Files.readSymbolicLink(facts.resolve("cwd")).startsWith(folder)
          || new String(Files.readAllBytes(facts.resolve("environ")), UTF_8)
              .contains("HOME=" + folder);
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  private long containers() {
    if (!BrokerKind.CONTAINER.isAvailable()) {
      return 0;
    }
    ProcessBuilder list =
        new ProcessBuilder("docker", "ps", "-aq", "--filter", "name=" + folder.getFileName());
    list.environment().putAll(ContainerImage.dockerEnvironment());
    try (var lines = list.start().inputReader()) {
      return lines.lines().count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
