package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own load generator: with a script that does what the calendar's database does for a
 * call, it shows the highest possible rate. It connects as the services do.
 */
public final class PgBench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");

  private final String program;
  private final DatabaseAccess database;

  PgBench(String program, DatabaseAccess database) {
    this.program = program;
    this.database = database;
  }

  /**
   * What a run gave.
   *
   * @param perSecond transactions per second, without the time to connect
   * @param transactions how many there were
   */
  public record Result(double perSecond, long transactions) {}

  /**
   * @throws BenchException if it is not installed, saying what to install
   */
  public static void requireInstalled() {
    PgBenchProgram.find();
  }

  public static PgBench on(DatabaseAccess database) {
    return new PgBench(PgBenchProgram.find(), database);
  }

  /**
   * Runs a script for as long as is said.
   *
   * @param script its name among the resources of this package
   * @param clients how many connections, on two threads
   * @param variables of the script; each client counts its transactions in {@code n}, from 0
   */
  public Result run(String script, int clients, Duration duration, Map<String, Long> variables) {
    return run(script, clients, List.of("-T", Long.toString(duration.toSeconds())), variables);
  }

  /** Runs a script so many times, on one connection. */
  public Result run(String script, int transactions, Map<String, Long> variables) {
    return run(script, 1, List.of("-t", Integer.toString(transactions)), variables);
  }

  private Result run(String script, int clients, List<String> limit, Map<String, Long> variables) {
    List<String> words = new ArrayList<>(List.of(program, "-n", "-M", "prepared"));
    words.addAll(List.of("-c", Integer.toString(clients), "-j", clients > 1 ? "2" : "1"));
    words.addAll(limit);
    variables.forEach((name, value) -> words.addAll(List.of("-D", name + "=" + value)));
    words.addAll(List.of("-D", "n=0", "-D", "clients=" + clients));
    words.addAll(List.of("-h", database.host(), "-p", Integer.toString(database.port())));
    words.addAll(List.of("-U", database.services().user(), "-f"));
    try {
      Path file = Files.createTempFile("calendar-bench-", ".sql");
      try {
        Files.writeString(file, new Script(script).text());
        words.addAll(List.of(file.toString(), database.name()));
        return result(script, output(words));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new BenchException("pgbench cannot be run: " + failure.getMessage(), failure);
    }
  }

  private String output(List<String> words) {
    Map<String, String> environment = Map.of("PGPASSWORD", database.services().password());
    return ExternalProgram.output(words, environment);
  }

  static Result result(String script, String output) {
    Matcher rate = RATE.matcher(output);
    Matcher processed = PROCESSED.matcher(output);
    if (!rate.find() || !processed.find()) {
      throw BenchException.failed("pgbench reported no rate for %s:%n%s", script, output);
    }
    return new Result(Double.parseDouble(rate.group(1)), Long.parseLong(processed.group(1)));
  }
}
