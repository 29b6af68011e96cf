package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import java.time.LocalDate;

/** Errors for invalid times and dates. Each message shows valid examples. */
final class InputErrors {
  private InputErrors() {}

  static TimeInputException times(String text, LocalDate today) {
    return new TimeInputException(
        "expected a time such as '%s 10:00', 'tomorrow 9am' or 'in 2 hours', found '%s'"
            .formatted(today.plusDays(1), text));
  }

  static TimeInputException dates(String text, LocalDate today) {
    return new TimeInputException(
        "expected a date such as '%s', 'monday' or '30 Nov', found '%s'"
            .formatted(today.plusDays(1), text));
  }
}
