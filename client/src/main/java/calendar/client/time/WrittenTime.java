package calendar.client.time;

import calendar.client.time.date.Anchor;
import calendar.client.time.date.DateGrammar;
import calendar.client.time.date.DatePart;
import calendar.client.time.text.WordReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** A point in time as written: a date, a time of day, or both, with an optional zone. */
record WrittenTime(Optional<DatePart> date, Optional<ClockTime> time, Optional<ZoneId> zone) {

  /**
   * Reads a text. Empty if it is not a point in time.
   *
   * @throws calendar.client.time.text.TimeInputException if a part does not exist or is ambiguous
   */
  static Optional<WrittenTime> read(String text) {
    WordReader words = WordReader.of(text);
    WrittenTime moment = new WrittenTime(Optional.empty(), Optional.empty(), Optional.empty());
    while (!words.isEmpty()) {
      WrittenTime longer = moment.with(words);
      if (longer.equals(moment)) {
        return Optional.empty();
      }
      moment = longer;
    }
    return moment.date.isPresent() || moment.time.isPresent()
        ? Optional.of(moment)
        : Optional.empty();
  }

  private WrittenTime with(WordReader words) {
    Optional<DatePart> nextDate = date.or(() -> DateGrammar.read(words));
    if (!nextDate.equals(date)) {
      return new WrittenTime(nextDate, time, zone);
    }
    Optional<ClockTime> nextTime = time.or(() -> ClockGrammar.read(words));
    if (!nextTime.equals(time)) {
      return new WrittenTime(date, nextTime, zone);
    }
    boolean mayHaveZone = time.isPresent() && zone.isEmpty();
    return mayHaveZone ? new WrittenTime(date, time, ZoneGrammar.read(words)) : this;
  }

  /** Returns true if this is only a time of day. */
  boolean isBareTime() {
    return date.isEmpty();
  }

  /** Returns true if the date depends on {@link Anchor#since()}. */
  boolean countsFromAnchor() {
    return date.map(DatePart::countsFromAnchor).orElse(true);
  }

  LocalDate date(Anchor anchor) {
    LocalTime timeOfDay = time.map(ClockTime::time).orElse(LocalTime.MIN);
    return date.map(written -> written.on(anchor, timeOfDay)).orElse(anchor.since().toLocalDate());
  }

  /**
   * Returns the instant.
   *
   * @param clock the clock of this time's zone, or of the reader's zone if it has none
   * @param earliest selects one of two instants if the local time occurs twice
   */
  ResolvedTime at(Anchor anchor, ZoneClock clock, Instant earliest) {
    LocalDate day = date(anchor);
    if (time.isEmpty()) {
      return clock.startOf(day);
    }
    return time.get().endOfDay()
        ? clock.startOf(day.plusDays(1))
        : clock.at(day.atTime(time.get().time()), earliest);
  }
}
