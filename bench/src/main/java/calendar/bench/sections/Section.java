package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is measured, in the order in which it is. */
public enum Section {
  CREATE(Needs.NOTHING, run -> new CreateSection(run).measure()),
  HEALTH(Needs.NOTHING, LoadSections::health),
  LIST(Needs.NOTHING, LoadSections::listDay),
  GET(Needs.NOTHING, LoadSections::get),
  MIX(Needs.NOTHING, LoadSections::mix),
  BURST(Needs.NOTHING, LoadSections::burst),
  OVERLOAD(Needs.NOTHING, run -> new OverloadSection(run).measure()),
  CALLERS(Needs.NOTHING, run -> new CallersSection(run).measure()),
  SERIES(Needs.NOTHING, run -> new SeriesSection(run).measure()),
  SECURE(Needs.OWN_SYSTEM, run -> new SecureSection(run).measure()),
  REMINDERS(Needs.OWN_BROKER, run -> RemindersSection.start(run).measure()),
  GROWTH(Needs.OWN_SYSTEM, run -> GrowthSection.of(run).measure()),
  MEMORY(Needs.OWN_SYSTEM, LoadSections::memory),
  START(Needs.OWN_SYSTEM, run -> new StartSection(run).measure());

  private final Needs needs;
  private final Measurement measurement;

  private enum Needs {
    NOTHING,
    /** It starts, stops or watches processes, or empties tables: not on others' systems. */
    OWN_SYSTEM,
    /** A broker in our own system, too. */
    OWN_BROKER
  }

  @FunctionalInterface
  private interface Measurement {
    void measure(Run run) throws Exception;
  }

  Section(Needs needs, Measurement measurement) {
    this.needs = needs;
    this.measurement = measurement;
  }

  /**
   * Those that are named, in the usual order; all, if none is.
   *
   * @throws BenchException if there is none of a name
   */
  public static List<Section> named(List<String> names) {
    String known = Stream.of(values()).map(Section::toString).collect(Collectors.joining(", "));
    for (String name : names) {
      if (Stream.of(values()).noneMatch(section -> section.toString().equals(name))) {
        throw BenchException.usage("ONLY: expected some of %s, found \"%s\"", known, name);
      }
    }
    return Stream.of(values())
        .filter(section -> names.isEmpty() || names.contains(section.toString()))
        .toList();
  }

  /** Whether our own system needs a broker for it. */
  public boolean needsBroker() {
    return needs == Needs.OWN_BROKER;
  }

  /**
   * Measures it, and notes what it finds; or remarks that the system does not allow it.
   *
   * @throws BenchException if that fails
   */
  public void measure(Run run) throws Exception {
    if (needs == Needs.NOTHING || run.system().own().isPresent()) {
      measurement.measure(run);
    } else {
      run.figures()
          .remark(
              "%s: skipped, since it starts, stops or watches processes or empties tables, and the system is not our own."
                  .formatted(this));
    }
  }

  /** What {@code ONLY=} calls it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
