package calendar.client.time.date;

import calendar.client.time.text.TimeInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** A date as written, possibly incomplete. */
public sealed interface DatePart {
  /**
   * Returns the complete date.
   *
   * @param time the time of day that is given with the date
   */
  LocalDate on(Anchor anchor, LocalTime time);

  /** Returns true if the date depends on {@link Anchor#since()}. */
  default boolean countsFromAnchor() {
    return false;
  }

  /** 2026-12-01. */
  record Complete(LocalDate date) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      return date;
    }
  }

  /** Today, tomorrow, yesterday. */
  record FromToday(int days) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      return anchor.today().plusDays(days);
    }
  }

  /** Friday: the first one that is not before the anchor's time. */
  record Coming(DayOfWeek weekday) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      LocalDate first = anchor.since().toLocalDate().with(TemporalAdjusters.nextOrSame(weekday));
      return first.atTime(time).isBefore(anchor.since()) ? first.plusWeeks(1) : first;
    }

    @Override
    public boolean countsFromAnchor() {
      return true;
    }
  }

  /** Next Friday: the Friday of next week. Weeks begin on Monday. */
  record NextWeek(DayOfWeek weekday) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      return anchor
          .today()
          .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
          .with(TemporalAdjusters.nextOrSame(weekday));
    }
  }

  /** 30 November: the first one that is not before the anchor's day. */
  record Yearless(MonthDay day) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      LocalDate since = anchor.since().toLocalDate();
      int year = since.getYear();
      while (!day.isValidYear(year) || day.atYear(year).isBefore(since)) {
        year++;
      }
      return day.atYear(year);
    }

    @Override
    public boolean countsFromAnchor() {
      return true;
    }
  }

  /** Mon 30 November: the weekday must match the date. */
  record Checked(DayOfWeek weekday, DatePart date) implements DatePart {
    @Override
    public LocalDate on(Anchor anchor, LocalTime time) {
      LocalDate found = date.on(anchor, time);
      if (found.getDayOfWeek() != weekday) {
        throw new TimeInputException(
            "%s is a %s, not a %s"
                .formatted(found, DateNames.of(found.getDayOfWeek()), DateNames.of(weekday)));
      }
      return found;
    }

    @Override
    public boolean countsFromAnchor() {
      return date.countsFromAnchor();
    }
  }
}
