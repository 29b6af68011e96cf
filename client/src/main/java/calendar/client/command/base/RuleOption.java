package calendar.client.command.base;

import calendar.client.ProtoTimes;
import calendar.client.repeat.RepeatGrammar;
import calendar.client.repeat.RepeatRule;
import calendar.v1.Event;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** When a series repeats: in words, or as lines of RFC 5545. */
public final class RuleOption {
  private static final Pattern HAS_NAME = Pattern.compile("[A-Za-z-]+[:;].*", Pattern.DOTALL);

  @Option(
      names = "--repeat",
      paramLabel = "WORDS",
      description =
          "Repeat the event: 'every weekday until 2027-06-30', 'every 2 weeks on Tue and Thu',"
              + " 'monthly on the last Friday', 'every year', 'daily, 10 times'. The first start must"
              + " be one of the repetitions.")
  private String words;

  @Option(
      names = "--rrule",
      paramLabel = "RULE",
      description =
          "Repeat the event by a rule of RFC 5545, such as 'FREQ=MONTHLY;BYDAY=1MO;COUNT=12'. May be"
              + " repeated for lines that begin with RDATE or EXDATE.")
  private List<String> lines = List.of();

  /**
   * The lines for a series.
   *
   * @param first gets the first occurrence: its times or dates, and its zone, on whose clock the
   *     series repeats; called only if the lines depend on it
   * @throws UsageException if the words cannot be read, or do not fit the first occurrence
   */
  public List<String> lines(Supplier<Event> first, CalendarCommand command) {
    return isInWords()
        ? List.of(line(first.get(), command))
        : lines.stream().map(RuleOption::named).toList();
  }

  /** Returns true if the user gave words: one rule, without further dates. */
  public boolean isInWords() {
    return words != null;
  }

  private String line(Event first, CalendarCommand command) {
    ZoneId zone = ZoneId.of(first.getTimeZone());
    boolean allDay = first.hasStartDate();
    LocalDateTime start =
        allDay
            ? ProtoTimes.date(first.getStartDate()).atStartOfDay()
            : LocalDateTime.ofInstant(ProtoTimes.instant(first.getStartTime()), zone);
    return command.read(
        "--repeat",
        times -> {
          RepeatRule rule = new RepeatGrammar(times).parse(words);
          String line = rule.rrule(start, zone, allDay);
          rule.note(start).ifPresent(command::note);
          return line;
        });
  }

  /** The name may be left out of a rule. */
  private static String named(String line) {
    return HAS_NAME.matcher(line.strip()).matches() ? line : "RRULE:" + line.strip();
  }
}
