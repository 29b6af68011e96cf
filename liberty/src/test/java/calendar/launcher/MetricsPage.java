package calendar.launcher;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text format of Prometheus as far as its explanations go. */
final class MetricsPage {
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(calendar_\\w+)[{ ]");
  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (calendar_\\w+) \\S.*$");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE (calendar_\\w+) (counter|gauge|summary|histogram)$");
  private static final String PARTS = "_(bucket|count|sum)$";

  private MetricsPage() {}

  /** The names of our metrics, without what is counted in one of them. */
  static Set<String> families(String page) {
    Set<String> typed = names(TYPE, page);
    return names(SAMPLE, page).stream()
        .map(name -> typed.contains(name) ? name : name.replaceFirst(PARTS, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of our metrics that have no HELP text or no TYPE. */
  static Set<String> unexplained(String page) {
    Set<String> unexplained = families(page);
    Set<String> explained = new HashSet<>(names(HELP, page));
    explained.retainAll(names(TYPE, page));
    unexplained.removeAll(explained);
    return unexplained;
  }

  private static Set<String> names(Pattern pattern, String page) {
    return pattern
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
