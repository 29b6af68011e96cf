package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Section;
import java.util.List;
import java.util.stream.Collectors;

/** All sections, in the order in which they are measured. */
public final class Sections {
  private Sections() {}

  /**
   * All of them.
   *
   * @param tenMillion whether growth is measured up to ten million events
   * @param quick whether it is for trying out only
   */
  public static List<Section> all(boolean tenMillion, boolean quick) {
    return List.of(
        new CreateSection(),
        LoadSection.health(),
        LoadSection.listDay(),
        LoadSection.get(),
        LoadSection.mix(),
        new BurstSection(),
        new OverloadSection(),
        new CallersSection(),
        new SeriesSection(),
        new RemindersSection(),
        GrowthSection.of(tenMillion, quick),
        new MemorySection(),
        new StartSection());
  }

  /**
   * Those that are named, in the usual order; all, if none is.
   *
   * @throws BenchException if there is none of a name
   */
  public static List<Section> named(List<String> names, List<Section> all) {
    String known = all.stream().map(Section::name).collect(Collectors.joining(", "));
    for (String name : names) {
      if (all.stream().noneMatch(section -> section.name().equals(name))) {
        throw BenchException.usage("ONLY: expected some of %s, found \"%s\"", known, name);
      }
    }
    return all.stream()
        .filter(section -> names.isEmpty() || names.contains(section.name()))
        .toList();
  }
}
