package calendar.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Facts about a process that Linux has under {@code /proc}. */
public final class ProcessFiles {
  /** Of the columns of {@code stat}, counted from the state, which follows the name. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  /** What Linux gives to programs, whatever its own ticks are. */
  private static final int TICKS_PER_SECOND = 100;

  private final Path folder;

  ProcessFiles(Path folder) {
    this.folder = folder;
  }

  public static ProcessFiles of(ProcessHandle process) {
    return new ProcessFiles(Path.of("/proc", Long.toString(process.pid())));
  }

  /** The processor time of only the process. */
  public Duration processorTime() {
    return time(USER_TIME, SYSTEM_TIME);
  }

  /** The processor time of the process and of those children that have ended. */
  Duration processorTimeWithEndedChildren() {
    return time(USER_TIME, SYSTEM_TIME, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
  }

  /** What of its memory is in RAM, in MB of a million bytes. */
  public double residentMegabytes() {
    return status("VmRSS") * 1_024 / 1e6;
  }

  public long threads() {
    return status("Threads");
  }

  /** Its open sockets. */
  public long sockets() {
    try (Stream<Path> descriptors = Files.list(folder.resolve("fd"))) {
      return descriptors.filter(ProcessFiles::isSocket).count();
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private Duration time(int... columns) {
    String stat = read("stat");
    // The name is in parentheses and may hold anything.
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int column : columns) {
      ticks += Long.parseLong(words[column]);
    }
    return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
  }

  private long status(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
