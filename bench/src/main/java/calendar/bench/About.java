package calendar.bench;

import calendar.bench.system.Tables;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, on what kind of machine, and how. */
record About(Map<String, String> facts, boolean quick) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  static About of(Run run) throws SQLException, IOException {
    Tables tables = new Tables(run.system().database());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("time", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    facts.put(
        "machine",
        "%d processors (%s), %d GB"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                value(PROCESSORS, "model name"),
                Math.round(Double.parseDouble(value(MEMORY, "MemTotal").split(" ")[0]) / 1e6)));
    facts.put("load", Files.readString(LOAD).split(" ")[0] + " before, over a minute");
    facts.put(
        "software",
        "Java %s, PostgreSQL %s"
            .formatted(System.getProperty("java.version"), tables.answer("SHOW server_version")));
    facts.put("system", run.system().describe());
    facts.put(
        "commits",
        "fsync %s, synchronous_commit %s"
            .formatted(tables.answer("SHOW fsync"), tables.answer("SHOW synchronous_commit")));
    facts.put(
        "pace",
        "%d rounds, turns of %d s, warm-up %d s"
            .formatted(
                run.pace().rounds(),
                run.pace().turn().toSeconds(),
                run.pace().warmUp().toSeconds()));
    return new About(facts, run.pace().quick());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (quick) {
      text.append("A quick run, for trying out: none of these figures may be quoted.\n");
    }
    facts.forEach((name, value) -> text.append("%-10s%s%n".formatted(name, value)));
    return text.toString();
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("quick", quick);
    facts.forEach(json::addProperty);
    return json;
  }

  private static String value(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
        .findFirst()
        .orElse("unknown");
  }
}
