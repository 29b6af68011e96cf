package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.error.Violations;
import calendar.recurrence.ExpansionTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules give must be what others have published. */
class ExpansionTableTest {

  static Stream<String> sources() {
    return ExpansionTable.SOURCES.stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void givesPublishedStarts(String source) {
    List<Row> rows = ExpansionTable.rows(source);
    List<String> wrong = new ArrayList<>();
    for (Row row : rows) {
      problem(row).ifPresent(problem -> wrong.add(row + ": " + problem));
    }
    String report =
        "%s: %d rows, %d wrong%n%s"
            .formatted(source, rows.size(), wrong.size(), String.join("\n", wrong));
    assertTrue(wrong.isEmpty(), report);
  }

  @Test
  void hasManyRows() {
    assertTrue(ExpansionTable.accepted().size() >= 400, "rows that are not refused");
    assertEquals(6, ExpansionTable.SOURCES.size());
  }

  private static Optional<String> problem(Row row) {
    String refusal = refusal(row);
    if (row.isRefused()) {
      return refusal.isEmpty() ? Optional.of("not refused") : Optional.empty();
    }
    if (refusal.isEmpty()) {
      return starts(row);
    }
    // Other libraries begin with a start that the rule does not give.
    Row shifted = row.fromFirstExpected();
    String first = "the first that it gives is " + row.start().show(shifted.start().time());
    boolean namesFirst = refusal.contains(first);
    return namesFirst ? starts(shifted) : Optional.of(refusal + ", not " + first);
  }

  private static Optional<String> starts(Row row) {
    String refusal = refusal(row);
    if (!refusal.isEmpty()) {
      return Optional.of(refusal);
    }
    Recurrence recurrence = Recurrence.of(row.lines(), row.start());
    return row.starts().matches(recurrence)
        ? Optional.empty()
        : Optional.of(
            "gives "
                + recurrence.starts(
                    row.start().instant(), row.start().instant().plusSeconds(400_000_000), 10)
                + ", expected "
                + row.expected());
  }

  private static String refusal(Row row) {
    Violations violations = new Violations();
    Recurrence.parse(row.lines(), row.start(), violations);
    return Refusals.of(violations);
  }
}
