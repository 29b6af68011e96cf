package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads dates formatted by {@code java.time}, for every day of many years. */
class DateFormsTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2033, 1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd",
        "uuuu-M-d",
        "uuuu/MM/dd",
        "uuuu.MM.dd",
        "d.M.uuuu",
        "dd.MM.uuuu",
        "d MMM uuuu",
        "d MMMM uuuu",
        "dd-MMM-uuuu",
        "MMM d uuuu",
        "MMMM d, uuuu",
        "d'th' MMM uuuu",
        "d'st of' MMMM uuuu",
        "EEE d MMM uuuu",
        "EEEE, MMMM d, uuuu",
        "EEE uuuu-MM-dd"
      })
  void readsEveryDateInEachForm(String form) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
    TimeReader times = on(LocalDate.of(2026, 11, 29));
    FIRST
        .datesUntil(LAST)
        .forEach(date -> assertThat(times.date(formatter.format(date))).isEqualTo(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"d MMM", "MMMM d", "EEE d MMM"})
  void usesNextDateWithoutYear(String form) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
    List<LocalDate> todays =
        List.of(LocalDate.of(2026, 11, 29), LocalDate.of(2027, 1, 1), LocalDate.of(2028, 2, 29));
    for (LocalDate today : todays) {
      today
          .datesUntil(today.plusYears(1))
          .forEach(date -> assertThat(on(today).date(formatter.format(date))).isEqualTo(date));
    }
  }

  @Test
  void countsWeekdaysFromEveryDay() {
    FIRST
        .datesUntil(FIRST.plusDays(1000))
        .forEach(
            today -> {
              for (DayOfWeek weekday : DayOfWeek.values()) {
                String name = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                LocalDate coming = today.with(TemporalAdjusters.nextOrSame(weekday));
                assertThat(on(today).date(name)).isEqualTo(coming);
                assertThat(on(today).date(name.substring(0, 3))).isEqualTo(coming);
                assertThat(on(today).date("this " + name)).isEqualTo(coming);
                LocalDate nextWeek = today.with(DayOfWeek.MONDAY).plusWeeks(1);
                assertThat(on(today).date("next " + name)).isEqualTo(nextWeek.with(weekday));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"H:mm", "HH:mm:ss", "h:mm a", "hh.mma", "H'h'mm", "'at' h:mma"})
  void readsEveryMinuteInEachForm(String form) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
    TimeReader times = on(LocalDate.of(2026, 11, 29));
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
      assertThat(times.time("2026-12-01 " + formatter.format(time)).instant())
          .isEqualTo(LocalDate.of(2026, 12, 1).atTime(time).toInstant(ZoneOffset.UTC));
    }
  }

  private static TimeReader on(LocalDate today) {
    Instant noon = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new TimeReader(Clock.fixed(noon, ZoneOffset.UTC), ZoneId.of("UTC"));
  }
}
