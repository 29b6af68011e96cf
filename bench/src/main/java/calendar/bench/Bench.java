package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.limit.PgBench;
import calendar.bench.sections.Sections;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.GivenSystem;
import calendar.bench.system.OwnSystem;
import calendar.bench.system.Tables;
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
  @Option(
      names = "--only",
      paramLabel = "ONLY",
      split = ",",
      description = "Some sections, such as create,list.")
  private List<String> only = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "ROUNDS",
      description = "How often each comparison is made: 3 unless given; fewer are for trying out.")
  private String rounds = "3";

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "10M: growth is measured up to ten million events.")
  private String size = "1M";

  @Option(
      names = "--quick",
      paramLabel = "QUICK",
      description = "yes: one short round, whatever ROUNDS says. Figures not to be quoted.")
  private String quick = "";

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "HOST:PORT of a calendar that runs.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "DATABASE",
      description = "Its database: postgresql://USER:PASSWORD@HOST:PORT/NAME, as the services.")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "The configuration file of a calendar that runs.")
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
      List<Section> all = Sections.all(size.equals("10M"), isQuick());
      measure(Sections.named(only, all));
      return 0;
    } catch (BenchException failure) {
      System.err.println(failure.getMessage());
      return failure.status();
    } catch (ConfigException failure) {
      System.err.println(failure.getMessage());
      return BenchException.USAGE;
    } catch (LocalException failure) {
      System.err.println(failure.getMessage());
      return BenchException.FAILED;
    }
  }

  private void validateOptions() {
    if (!List.of("1M", "10M").contains(size)) {
      throw BenchException.usage("SIZE: expected 1M or 10M, found \"%s\"", size);
    }
    if (!rounds.matches("[1-9][0-9]{0,2}")) {
      throw BenchException.usage("ROUNDS: expected 1 to 999, found \"%s\"", rounds);
    }
    if (!isQuick() && !quick.isEmpty()) {
      throw BenchException.usage("QUICK: expected yes or nothing, found \"%s\"", quick);
    }
    PgBench.requireInstalled();
  }

  private boolean isQuick() {
    return quick.equals("yes");
  }

  private void measure(List<Section> sections) {
    Pace pace = isQuick() ? Pace.trial() : Pace.normal(Integer.parseInt(rounds));
    Figures figures = new Figures();
    try (BenchedSystem system = system(sections)) {
      Run run = new Run(system, PgBench.on(system.database()), pace, figures, Bench::say);
      About about = About.of(run);
      try {
        for (Section section : sections) {
          measure(run, section);
        }
      } finally {
        new Report(results, figures, about).write();
        if (system.own().isEmpty()) {
          new Tables(system.database()).remove(run.owners());
        }
      }
    } catch (BenchException | ConfigException | LocalException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new BenchException("not measured: " + failure, failure);
    }
  }

  private static void measure(Run run, Section section) throws Exception {
    if (section.needsOwnSystem() && run.system().own().isEmpty()) {
      run.figures()
          .remark(
              "%s: skipped, since it starts, stops or watches processes or empties tables, and the system is not our own."
                  .formatted(section.name()));
      return;
    }
    section.measure(run);
  }

  private BenchedSystem system(List<Section> sections) {
    if (config.isPresent() || address.isPresent() || database.isPresent()) {
      return GivenSystem.of(config, address, database);
    }
    boolean broker = sections.stream().anyMatch(Section::needsBroker);
    return OwnSystem.start(results, broker, Bench::say);
  }

  private static void say(String line) {
    System.out.println(line + " ...");
  }
}
