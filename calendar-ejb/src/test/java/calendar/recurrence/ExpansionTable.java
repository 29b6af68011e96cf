package calendar.recurrence;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.recurrence.time.LocalStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The published tables of rules and their starts, in the resources of this package. */
final class ExpansionTable {
  static final List<String> SOURCES =
      List.of("rfc5545", "dateutil", "libical", "ical4j", "rrulejs", "clocks");

  private ExpansionTable() {}

  /**
   * A row of a table.
   *
   * @param line where the row is in its source
   */
  record Row(String source, String line, LocalStart start, List<String> lines, String expected) {

    boolean isRefused() {
      return expected.equals("refused");
    }

    ExpectedStarts starts() {
      return new ExpectedStarts(expected);
    }

    /** The same row with the first expected start as its start. */
    Row fromFirstExpected() {
      LocalDateTime first = starts().first();
      return new Row(
          source, line, new LocalStart(first, start.allDay(), start.zone()), lines, expected);
    }

    @Override
    public String toString() {
      return source + " " + line + ": " + start.show(start.time()) + " " + lines;
    }
  }

  static List<Row> rows(String source) {
    try (InputStream table = ExpansionTable.class.getResourceAsStream(source + ".tsv")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> row(source, line.split("\t", -1)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The rows whose rules are accepted, each with a first start that its rule gives. */
  static List<Row> accepted() {
    return SOURCES.stream()
        .flatMap(source -> rows(source).stream())
        .filter(row -> !row.isRefused())
        .map(Row::fromFirstExpected)
        .toList();
  }

  static LocalDateTime local(String text) {
    return text.length() == 8
        ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
        : LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
  }

  private static Row row(String source, String[] cells) {
    boolean allDay = cells[1].length() == 8;
    LocalStart start = new LocalStart(local(cells[1]), allDay, ZoneId.of(cells[2]));
    return new Row(source, cells[0], start, List.of(cells[3].split(" ")), cells[4]);
  }
}
