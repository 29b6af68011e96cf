package calendar.local.postgres;

import calendar.local.process.Commands;
import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data folder of a PostgreSQL server, which one server at a time may use. */
final class DataFolder {
  private final Path path;

  DataFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * Fills it with the data of a new server. It appears when it is complete, not before.
   *
   * @param passwordFile has the administrator's password
   * @param durable whether it must survive a crash of the machine right after
   */
  void create(String administrator, Path passwordFile, boolean durable) {
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    List<String> words = new ArrayList<>(PostgresBinaries.program("initdb"));
    words.addAll(List.of("-D", unfinished.toString(), "--username=" + administrator));
    words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
    words.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"));
    if (!durable) {
      words.add("--no-sync");
    }
    Commands.run(words);
    try {
      Files.move(unfinished, path);
    } catch (IOException failure) {
      throw new LocalException("%s cannot be made: %s".formatted(path, failure.getMessage()));
    }
  }

  /**
   * Makes sure that no server uses it. What a dead one left behind is no obstacle, even where its
   * process number now belongs to another program.
   */
  void requireUnused() {
    server()
        .ifPresent(
            server -> {
              throw new LocalException(
                  "%s is in use by a PostgreSQL server, process %d: stop that, or the run it belongs to"
                      .formatted(path, server.pid()));
            });
    try {
      Files.deleteIfExists(processFile());
    } catch (IOException failure) {
      throw new LocalException("%s cannot be removed: %s".formatted(processFile(), failure));
    }
  }

  /** The server that uses it, if one does. */
  Optional<ProcessHandle> server() {
    return PidFile.read(processFile(), command -> command.endsWith("/postgres"));
  }

  private Path processFile() {
    return path.resolve("postmaster.pid");
  }
}
