package calendar.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Facts about a process that Linux has under {@code /proc}. Memory is in MB of a million bytes.
 * After the end of the process its methods throw {@link UncheckedIOException}.
 */
public record ProcessFiles(Path folder) {
  /** What Linux gives to programs, whatever its own ticks are. */
  private static final int TICKS_PER_SECOND = 100;

  public static ProcessFiles of(ProcessHandle process) {
    return new ProcessFiles(Path.of("/proc", Long.toString(process.pid())));
  }

  /** The processor time of those of its children that have ended. */
  Duration processorTimeOfEndedChildren() {
    String stat = read("stat");
    // The name is in parentheses and may hold anything.
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(behindName[13]) + Long.parseLong(behindName[14]);
    return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
  }

  /** What of its memory is in RAM. */
  public double residentMegabytes() {
    return megabytes("VmRSS");
  }

  /** The most that was in RAM since it started, or since {@link #forgetPeak}. */
  public double peakMegabytes() {
    return megabytes("VmHWM");
  }

  public void forgetPeak() {
    try {
      Files.writeString(folder.resolve("clear_refs"), "5");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  public long threads() {
    return status("Threads");
  }

  /** Its open sockets. */
  public long sockets() {
    try (Stream<Path> descriptors = Files.list(folder.resolve("fd"))) {
      return descriptors.filter(ProcessFiles::isSocket).count();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private double megabytes(String name) {
    return status(name) * 1_024 / 1e6;
  }

  private long status(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
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
