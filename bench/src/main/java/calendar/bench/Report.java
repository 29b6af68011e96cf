package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.figures.Json;
import calendar.bench.figures.Picture;
import calendar.bench.figures.Table;
import calendar.bench.system.Tables;
import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, on what kind of machine, and how.
 *
 * @param about facts about the machine, the system and the pace, by name
 */
record Report(Map<String, String> about, boolean quick, Figures figures) {
  private static final String QUICK =
      "A quick run, for trying out: none of these figures may be quoted.\n";
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Begins one, before anything is measured. */
  static Report begin(Run run) throws SQLException, IOException {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Tables tables = run.tables();
    Pace pace = run.pace();
    Map<String, String> about = new LinkedHashMap<>();
    about.put("time", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    int processors = machine.getAvailableProcessors();
    long gigabytes = Math.round(machine.getTotalMemorySize() / 1e9);
    about.put("machine", "%d processors (%s), %d GB".formatted(processors, processor(), gigabytes));
    double load = machine.getSystemLoadAverage();
    about.put("load", String.format(Locale.ROOT, "%.2f before, over a minute", load));
    about.put(
        "software",
        "Java %s, PostgreSQL %s"
            .formatted(System.getProperty("java.version"), tables.answer("SHOW server_version")));
    about.put("system", run.system().describe());
    about.put(
        "commits",
        "fsync %s, synchronous_commit %s"
            .formatted(tables.answer("SHOW fsync"), tables.answer("SHOW synchronous_commit")));
    about.put(
        "pace",
        "%d rounds, turns of %d s, warm-up %d s"
            .formatted(pace.rounds(), pace.turn().toSeconds(), pace.warmUp().toSeconds()));
    return new Report(about, pace.quick(), run.figures());
  }

  /** Prints what was found, and writes it as text, JSON and a picture. */
  void write(Path folder) {
    StringBuilder text = new StringBuilder(quick ? QUICK : "");
    about.forEach((name, value) -> text.append("%-10s%s%n".formatted(name, value)));
    text.append("\n").append(Table.of(figures));
    JsonObject json = new JsonObject();
    json.addProperty("quick", quick);
    about.forEach(json::addProperty);
    System.out.printf("%n%s", text);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("latest.txt"), text);
      Files.writeString(folder.resolve("latest.json"), Json.of(figures, json));
      Files.writeString(folder.resolve("latest.svg"), Picture.of(figures));
    } catch (IOException failure) {
      throw new BenchException("%s cannot be written: %s".formatted(folder, failure), failure);
    }
    System.out.printf("%nWritten to %s as latest.txt, latest.json and latest.svg.%n", folder);
  }

  private static String processor() throws IOException {
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
        .findFirst()
        .orElse("unknown");
  }
}
