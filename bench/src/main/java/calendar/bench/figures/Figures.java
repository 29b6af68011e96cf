package calendar.bench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured, in the order in which it was, under keys such as {@code
 * create.per_second}; and remarks on it. Safe for use by several threads.
 */
public final class Figures {
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * One of them.
   *
   * @param value the median, if there were several rounds
   * @param spread what the rounds gave, if there were several
   * @param headline whether the key holds only the value, and a second key holds the spread
   */
  public record Figure(String key, double value, Optional<Spread> spread, boolean headline) {
    /** The first part of its key. */
    public String section() {
      return key.replaceFirst("\\..*", "");
    }
  }

  /** Notes a value that was measured once. */
  public void put(String key, double value) {
    put(new Figure(key, value, Optional.empty(), true));
  }

  /** Notes what several rounds gave, of a figure that others refer to. */
  public void headline(String key, Spread spread) {
    put(new Figure(key, spread.median(), Optional.of(spread), true));
  }

  /** Notes what several rounds gave. */
  public void raw(String key, Spread spread) {
    put(new Figure(key, spread.median(), Optional.of(spread), false));
  }

  /** Notes something that a reader of the figures should know. */
  public synchronized void remark(String line) {
    if (!remarks.contains(line)) {
      remarks.add(line);
    }
  }

  /** In the order in which they were noted, but those of one section together. */
  public synchronized List<Figure> all() {
    Map<String, List<Figure>> sections = new LinkedHashMap<>();
    for (Figure figure : figures.values()) {
      sections.computeIfAbsent(figure.section(), any -> new ArrayList<>()).add(figure);
    }
    return sections.values().stream().flatMap(List::stream).toList();
  }

  public synchronized Optional<Figure> find(String key) {
    return Optional.ofNullable(figures.get(key));
  }

  public synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  private synchronized void put(Figure figure) {
    figures.put(figure.key(), figure);
  }
}
