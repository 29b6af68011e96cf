package calendar.bench.limit;

import calendar.bench.BenchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Where pgbench is installed. */
final class PgBenchProgram {
  /** Debian has the programs of servers off the PATH, a folder for each major version. */
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private PgBenchProgram() {}

  /**
   * @throws BenchException if it is nowhere
   */
  static String find() {
    return Stream.concat(onPath(), debian().stream())
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                BenchException.usage(
                    "pgbench is missing: install PostgreSQL's programs of version 15 or later"
                        + " (Debian: apt install postgresql; Fedora: dnf install"
                        + " postgresql-contrib), or put pgbench on the PATH"));
  }

  private static Stream<Path> onPath() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve("pgbench"));
  }

  private static List<Path> debian() {
    List<Path> programs = new ArrayList<>();
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
      versions.forEach(version -> programs.add(version.resolve("bin/pgbench")));
    } catch (IOException none) {
      return List.of();
    }
    Collections.sort(programs, Collections.reverseOrder());
    return programs;
  }
}
