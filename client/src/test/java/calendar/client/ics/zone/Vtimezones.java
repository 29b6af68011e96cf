package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes zones of the JDK as VTIMEZONE with the complete history, in several styles. */
final class Vtimezones {
  private static final int LAST_YEAR = 2052;

  private Vtimezones() {}

  /** One observance for each past change, and rules for future changes. */
  static List<ObservanceText> single(ZoneRules rules) {
    List<ObservanceText> parts = new ArrayList<>(lasting(rules));
    rules.getTransitions().forEach(change -> parts.add(once(change)));
    return parts;
  }

  /** The same without TZOFFSETFROM, except for the first observance. */
  static List<ObservanceText> withoutOffsetFrom(ZoneRules rules) {
    List<ObservanceText> parts = single(rules);
    String first = parts.stream().map(ObservanceText::start).min(String::compareTo).orElseThrow();
    return parts.stream()
        .map(part -> part.start().equals(first) ? part : withoutOffsetFrom(part))
        .toList();
  }

  /** One observance for all past changes between the same offsets. */
  static List<ObservanceText> dates(ZoneRules rules) {
    Map<List<ZoneOffset>, List<ZoneOffsetTransition>> groups = new LinkedHashMap<>();
    for (ZoneOffsetTransition change : rules.getTransitions()) {
      groups
          .computeIfAbsent(
              List.of(change.getOffsetBefore(), change.getOffsetAfter()), k -> new ArrayList<>())
          .add(change);
    }
    List<ObservanceText> parts = new ArrayList<>(lasting(rules));
    for (List<ZoneOffsetTransition> group : groups.values()) {
      List<String> dates = new ArrayList<>();
      for (ZoneOffsetTransition change : group.subList(1, group.size())) {
        boolean utc = dates.size() % 2 == 1;
        dates.add(
            utc
                ? RuleText.time(LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC)) + "Z"
                : RuleText.time(change.getDateTimeBefore()));
      }
      List<String> lines =
          dates.isEmpty() ? List.of() : List.of(dates.get(0), String.join(",", dates));
      parts.add(part(group.get(0), List.of(), lines));
    }
    return parts;
  }

  /** Rules with an end, for changes that followed one rule for some years. */
  static List<ObservanceText> endedRules(ZoneRules rules) {
    List<ObservanceText> parts = new ArrayList<>(lasting(rules));
    List<ZoneOffsetTransition> left = new ArrayList<>(rules.getTransitions());
    while (!left.isEmpty()) {
      YearlyRun run = YearlyRun.longest(left);
      left.removeAll(run.changes());
      parts.add(
          run.changes().size() == 1
              ? once(run.first())
              : part(run.first(), List.of(run.rule(parts.size())), List.of()));
    }
    return parts;
  }

  private static List<ObservanceText> lasting(ZoneRules rules) {
    List<ZoneOffsetTransition> past = rules.getTransitions();
    List<ObservanceText> parts = new ArrayList<>();
    if (past.isEmpty()) {
      ZoneOffset offset = rules.getOffset(LocalDateTime.of(2000, Month.JANUARY, 1, 0, 0));
      parts.add(
          new ObservanceText(
              "16010101T000000", offset(offset), offset(offset), List.of(), List.of()));
    }
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition last = past.get(past.size() - 1);
      int year = last.getDateTimeBefore().getYear();
      if (!rule.createTransition(year).getInstant().isAfter(last.getInstant())) {
        year++;
      }
      ZoneOffsetTransition first = rule.createTransition(year);
      Optional<RuleText> text = RuleText.of(rule, first);
      if (text.isPresent()) {
        parts.add(
            new ObservanceText(
                text.get().start(),
                offset(first.getOffsetBefore()),
                offset(first.getOffsetAfter()),
                List.of(text.get().rule()),
                List.of()));
      }
      for (; text.isEmpty() && year <= LAST_YEAR; year++) {
        parts.add(once(rule.createTransition(year)));
      }
    }
    return parts;
  }

  private static ObservanceText once(ZoneOffsetTransition change) {
    return part(change, List.of(), List.of());
  }

  private static ObservanceText part(
      ZoneOffsetTransition first, List<String> rules, List<String> dates) {
    return new ObservanceText(
        RuleText.time(first.getDateTimeBefore()),
        offset(first.getOffsetBefore()),
        offset(first.getOffsetAfter()),
        rules,
        dates);
  }

  private static ObservanceText withoutOffsetFrom(ObservanceText part) {
    return new ObservanceText(part.start(), null, part.offsetTo(), part.rules(), part.dates());
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
  }
}
