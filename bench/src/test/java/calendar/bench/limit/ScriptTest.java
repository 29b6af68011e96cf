package calendar.bench.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.bench.BenchException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @ParameterizedTest
  @ValueSource(strings = {"create.sql", "series.sql", "list_day.sql", "get.sql", "claim_mark.sql"})
  void isCompleteWithTheCalendarsStatements(String name) throws IOException {
    assertThat(new Script(name).text()).doesNotContain("{").doesNotContain("?");
  }

  @Test
  void takesAParameterByWhatStandsAroundIt() {
    assertThat(
            statement("WHERE a = ? LIMIT ?")
                .with("LIMIT ?", "LIMIT :n")
                .with("a = ?", "a = :a")
                .text())
        .isEqualTo("WHERE a = :a LIMIT :n");
  }

  @Test
  void leavesAPieceOut() {
    assertThat(statement("WHERE a = 1 FOR UPDATE").with(" FOR UPDATE", "").text())
        .isEqualTo("WHERE a = 1");
  }

  @Test
  void marksWithoutLookingForWhatSendersHold() throws IOException {
    assertThat(new Script("claim_mark.sql").text())
        .containsOnlyOnce("SKIP LOCKED") // the claim's
        .containsPattern(
            "SET state = 'PUBLISHED'[^;]*WHERE id = ANY \\(:ids::uuid\\[]\\) AND state");
  }

  @Test
  void saysWhereTheCalendarHasChanged() {
    assertThatThrownBy(() -> statement("WHERE a = ?").with("LIMIT ?", "LIMIT :n"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("the bench has to follow: \"LIMIT ?\" in WHERE a = ?");
    assertThatThrownBy(() -> statement("WHERE a = ? LIMIT ?").with("LIMIT ?", "LIMIT :n").text())
        .isInstanceOf(BenchException.class);
    assertThatThrownBy(() -> statement("WHERE a = 1").with("FOR UPDATE", ""))
        .isInstanceOf(BenchException.class);
  }

  private static ServerStatement statement(String sql) {
    return new ServerStatement("SOME", sql);
  }
}
