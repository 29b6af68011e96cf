package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own load generator: with a script that does what the calendar's database does for a
 * call, it shows the highest possible rate. It connects as the services do.
 */
public record PgBench(DatabaseAccess database) {
  /** How many connections it has, unless a script needs another number. */
  public static final int CLIENTS = 16;

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");

  /** Debian has the programs of servers off the PATH, a folder for each major version. */
  private static final String FIND =
      "command -v pgbench || ls -r /usr/lib/postgresql/*/bin/pgbench 2>/dev/null";

  /**
   * What a run gave.
   *
   * @param perSecond transactions per second, without the time to connect
   * @param transactions how many there were
   */
  public record Result(double perSecond, long transactions) {}

  /**
   * Returns where pgbench is installed.
   *
   * @throws BenchException if it is nowhere, saying what to install
   */
  public static String program() {
    try {
      return ExternalProgram.output(List.of("sh", "-c", FIND), Map.of()).lines().toList().get(0);
    } catch (BenchException missing) {
      throw BenchException.usage(
          "pgbench is missing: install PostgreSQL's programs of version 15 or later"
              + " (Debian: apt install postgresql; Fedora: dnf install"
              + " postgresql-contrib), or put pgbench on the PATH");
    }
  }

  /**
   * Runs a script.
   *
   * @param script its name among the resources of this package
   * @param clients how many connections, on two threads
   * @param limit pgbench's option for the end: {@code -T} and seconds, or {@code -t} and the
   *     transactions of each client
   * @param variables of the script; each client counts its transactions in {@code n}, from 0
   */
  public Result run(String script, int clients, String limit, Map<String, Long> variables) {
    String options =
        "-n -M prepared -c %1$d -j %2$d %3$s -h %4$s -p %5$d -D n=0 -D clients=%1$d"
            .formatted(clients, clients > 1 ? 2 : 1, limit, database.host(), database.port());
    List<String> words = new ArrayList<>(List.of(program()));
    words.addAll(List.of(options.split(" ")));
    variables.forEach((name, value) -> words.addAll(List.of("-D", name + "=" + value)));
    words.addAll(List.of("-U", database.services().user(), "-f"));
    try {
      Path file = Files.createTempFile("calendar-bench-", ".sql");
      try {
        Files.writeString(file, new Script(script).text());
        words.addAll(List.of(file.toString(), database.name()));
        Map<String, String> environment = Map.of("PGPASSWORD", database.services().password());
        return result(script, ExternalProgram.output(words, environment));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new BenchException("pgbench cannot be run: " + failure.getMessage(), failure);
    }
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
