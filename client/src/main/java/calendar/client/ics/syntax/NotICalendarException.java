package calendar.client.ics.syntax;

import java.io.IOException;
import java.nio.charset.Charset;

/** The file is no iCalendar file at all. The message says what it is, as far as can be seen. */
public final class NotICalendarException extends IOException {
  private static final long serialVersionUID = 1L;

  private NotICalendarException(String message) {
    super(message);
  }

  static NotICalendarException notIn(Charset charset) {
    return new NotICalendarException(
        "the file is not in %s: import it with another --charset, or with none".formatted(charset));
  }

  /**
   * @param first the first line that is not blank; null if there is none
   */
  static NotICalendarException beginningWith(ContentLine first) {
    if (first == null) {
      return new NotICalendarException("the file is empty");
    }
    String text = first.text().strip();
    if (text.startsWith("<")) {
      return new NotICalendarException(
          "the file is HTML or XML, perhaps the page of a login: expected BEGIN:VCALENDAR");
    }
    return new NotICalendarException(
        "not an iCalendar file: expected BEGIN:VCALENDAR in its first line");
  }
}
