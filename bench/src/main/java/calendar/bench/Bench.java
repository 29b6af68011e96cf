package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.limit.PgBench;
import calendar.bench.sections.Sections;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.OwnSystem;
import calendar.config.ConfigException;
import calendar.local.LocalException;
import java.nio.file.Path;
import java.util.List;
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

  @Option(names = "--rounds", description = "How often each comparison is made; 3 by default.")
  private int rounds = 3;

  @Option(
      names = "--quick",
      description = "Short rounds, for trying out: figures not to be quoted.")
  private boolean quick;

  @Option(names = "--results", description = "The folder for what is found.")
  private Path results = Path.of("bench-results");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      List<Section> sections = Sections.named(only);
      measure(sections);
      return 0;
    } catch (BenchException failure) {
      System.err.println(failure.getMessage());
      return failure.status();
    } catch (ConfigException | LocalException failure) {
      System.err.println(failure.getMessage());
      return BenchException.FAILED;
    }
  }

  private void measure(List<Section> sections) {
    Pace pace = quick ? Pace.trial() : Pace.normal(rounds);
    Figures figures = new Figures();
    boolean broker = sections.stream().anyMatch(Section::needsBroker);
    try (BenchedSystem system = OwnSystem.start(results, broker, Bench::say, line -> {})) {
      Run run = new Run(system, PgBench.on(system.database()), pace, figures, Bench::say);
      for (Section section : sections) {
        section.measure(run);
      }
    } catch (BenchException | ConfigException | LocalException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new BenchException("not measured: " + failure, failure);
    }
    new Report(results, figures, pace).write();
  }

  private static void say(String line) {
    System.out.println(line + " ...");
  }
}
