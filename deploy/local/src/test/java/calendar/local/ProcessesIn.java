package calendar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes that a broker consists of: they run in its folder, or have it as their home. */
record ProcessesIn(Path folder) {

  long count() {
    return ProcessHandle.allProcesses().filter(this::uses).count();
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
}
