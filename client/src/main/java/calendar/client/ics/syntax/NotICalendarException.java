package calendar.client.ics.syntax;

import java.io.IOException;
import java.nio.charset.Charset;

/** The file is not an iCalendar file. The message describes the problem in one line. */
public final class NotICalendarException extends IOException {
  private static final long serialVersionUID = 1L;

  private NotICalendarException(String message) {
    super(message);
  }

  static NotICalendarException notIn(Charset charset) {
    return new NotICalendarException(
        "the file is not valid %s: use another --charset, or none".formatted(charset));
  }

  /**
   * @param first the first line that is not blank; null if the file is empty
   */
  static NotICalendarException beginningWith(ContentLine first) {
    if (first == null) {
      return new NotICalendarException("the file is empty");
    }
    String text = first.text().strip();
    if (text.startsWith("<")) {
      return new NotICalendarException(
          "the file is HTML or XML, perhaps a login page: expected BEGIN:VCALENDAR");
    }
    return new NotICalendarException(
        "not an iCalendar file: expected BEGIN:VCALENDAR in its first line");
  }
}
