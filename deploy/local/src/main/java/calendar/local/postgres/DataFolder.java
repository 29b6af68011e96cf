package calendar.local.postgres;

import calendar.local.process.Attempt;
import calendar.local.process.Commands;
import calendar.local.process.Folders;
import calendar.local.process.PidFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data folder of a PostgreSQL server, which one server at a time may use. */
record DataFolder(Path path) {

  boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * Fills it with the data of a new server. It appears when it is complete, not before.
   *
   * @param passwordFile has the administrator's password
   * @param durable whether it must survive a crash of the machine right after
   */
  void create(Path passwordFile, boolean durable) {
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    List<String> words = new ArrayList<>(PostgresBinaries.program("initdb"));
    words.addAll(List.of("-D", unfinished.toString(), "--username=" + Administrator.NAME));
    words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
    words.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"));
    if (!durable) {
      words.add("--no-sync");
    }
    Commands.run(words);
    Attempt.to("create " + path, () -> Files.move(unfinished, path));
  }

  /**
   * Makes sure that no server uses it. What a dead one left behind is no obstacle, even where its
   * process number now belongs to another program.
   */
  void requireUnused() {
    processFile().requireUnused(path, "PostgreSQL");
    Attempt.to("remove " + processFile().path(), () -> Files.deleteIfExists(processFile().path()));
  }

  PidFile processFile() {
    return new PidFile(path.resolve("postmaster.pid"), ".*/postgres");
  }
}
