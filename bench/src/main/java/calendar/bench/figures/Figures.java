package calendar.bench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that was measured, in the order in which it was, under keys such as {@code
 * create.per_second}; and remarks on it. Not safe for use by several threads.
 */
public final class Figures {
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Set<String> remarks = new LinkedHashSet<>();

  /** How often a figure is measured, and what its key holds in JSON. */
  public enum Form {
    /** Once: its value. */
    ONCE,
    /** In several rounds: their spread. */
    ROUNDS,
    /** In several rounds: the median. A second key holds the spread. */
    HEADLINE
  }

  /**
   * One of them.
   *
   * @param values what each round gave, at least one
   */
  public record Figure(String key, Form form, List<Double> values) {
    /** The median, if there were several rounds. */
    public double value() {
      return spread().median();
    }

    Spread spread() {
      return Spread.of(values);
    }

    Optional<Target> target() {
      return Target.of(key);
    }

    /** The first part of its key. */
    String section() {
      return key.replaceFirst("\\..*", "");
    }
  }

  /** Notes a value that was measured once. */
  public void put(String key, double value) {
    figures.put(key, new Figure(key, Form.ONCE, List.of(value)));
  }

  /** Adds what a round gave. */
  public void round(String key, double value) {
    add(key, Form.ROUNDS, value);
  }

  /** Adds what a round gave, of a figure that others refer to. */
  public void headline(String key, double value) {
    add(key, Form.HEADLINE, value);
  }

  /** Notes something that a reader of the figures should know. */
  public void remark(String line) {
    remarks.add(line);
  }

  /** In the order in which they were noted, but those of one section together. */
  public List<Figure> all() {
    Map<String, List<Figure>> sections = new LinkedHashMap<>();
    for (Figure figure : figures.values()) {
      sections.computeIfAbsent(figure.section(), any -> new ArrayList<>()).add(figure);
    }
    return sections.values().stream().flatMap(List::stream).toList();
  }

  /** One that was noted before. */
  public Figure get(String key) {
    return figures.get(key);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void add(String key, Form form, double value) {
    figures
        .computeIfAbsent(key, any -> new Figure(key, form, new ArrayList<>()))
        .values()
        .add(value);
  }
}
