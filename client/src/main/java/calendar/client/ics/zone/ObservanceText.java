package calendar.client.ics.zone;

import java.util.List;

/**
 * A STANDARD or DAYLIGHT part of a VTIMEZONE: the values of its lines, as the file gives them.
 *
 * @param start DTSTART
 * @param offsetFrom TZOFFSETFROM; null if it is missing
 * @param offsetTo TZOFFSETTO
 * @param rules one RRULE each
 * @param dates one RDATE line each, with one or more values
 */
public record ObservanceText(
    String start, String offsetFrom, String offsetTo, List<String> rules, List<String> dates) {
  public ObservanceText {
    rules = List.copyOf(rules);
    dates = List.copyOf(dates);
  }
}
