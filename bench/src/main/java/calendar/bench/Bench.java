package calendar.bench;

import calendar.bench.limit.PgBench;
import calendar.bench.load.Owners;
import calendar.bench.sections.Section;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.GivenSystem;
import calendar.config.ConfigException;
import calendar.local.process.LocalException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make bench}: measures the calendar beside what its database and its broker can do. */
@Command(
    name = "make bench",
    description = "Measures the calendar beside what its database and its broker can do.")
public final class Bench implements Callable<Integer> {
  @Option(names = "--only", split = ",", description = "Some sections, such as create,list.")
  private List<String> only = List.of();

  @Option(names = "--rounds", description = "How often each comparison is made: 3 unless given.")
  private String rounds = "3";

  @Option(names = "--size", description = "10M: growth is measured up to ten million events.")
  private String size = "1M";

  @Option(names = "--quick", description = "yes: one short round. Figures not to be quoted.")
  private String quick = "";

  @Option(names = "--address", description = "HOST:PORT of a calendar that runs.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--database",
      description = "Its database: postgresql://USER:PASSWORD@HOST:PORT/NAME, as the services.")
  private Optional<String> database = Optional.empty();

  @Option(names = "--config", description = "The configuration file of a calendar that runs.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--results", description = "The folder for what is found.")
  private Path results = Path.of("bench-results");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      validateOptions();
      measure(Section.named(only));
      return 0;
    } catch (BenchException failure) {
      return ended(failure.getMessage(), failure.status());
    } catch (ConfigException failure) {
      return ended(failure.getMessage(), BenchException.USAGE);
    } catch (LocalException failure) {
      return ended(failure.getMessage(), BenchException.FAILED);
    } catch (Exception failure) {
      return ended("not measured: " + failure, BenchException.FAILED);
    }
  }

  private static int ended(String message, int status) {
    System.err.println(message);
    return status;
  }

  private void validateOptions() {
    require("SIZE", size, "1M|10M", "1M or 10M");
    require("ROUNDS", rounds, "[1-9][0-9]{0,2}", "1 to 999");
    require("QUICK", quick, "yes|", "yes or nothing");
    PgBench.program();
  }

  private static void require(String variable, String value, String pattern, String expected) {
    if (!value.matches(pattern)) {
      throw BenchException.usage("%s: expected %s, found \"%s\"", variable, expected, value);
    }
  }

  private Pace pace() {
    boolean large = size.equals("10M");
    return quick.equals("yes") ? Pace.trial(large) : Pace.normal(Integer.parseInt(rounds), large);
  }

  private void measure(List<Section> sections) throws Exception {
    try (BenchedSystem system = system(sections);
        Run run = Run.of(system, pace())) {
      Report report = Report.begin(run);
      try {
        for (Section section : sections) {
          section.measure(run);
        }
      } finally {
        report.write(results);
        if (system.own().isEmpty()) {
          run.tables().remove(Owners.BOOKED.first(), Owners.LONG_SERIES.end());
        }
      }
    }
  }

  private BenchedSystem system(List<Section> sections) {
    if (config.isPresent() || address.isPresent() || database.isPresent()) {
      return GivenSystem.of(config, address, database);
    }
    boolean broker = sections.stream().anyMatch(Section::needsBroker);
    return BenchedSystem.start(results, broker, step -> System.out.println(step + " ..."));
  }
}
