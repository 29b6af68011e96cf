package calendar.bench.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.bench.BenchException;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void readsWhatPgBenchSays() {
    PgBench.Result result =
        PgBench.result(
            "create.sql",
            """
            number of transactions actually processed: 35170
            number of failed transactions: 0 (0.000%)
            latency average = 4.545 ms
            tps = 3520.105410 (without initial connection time)
            """);

    assertThat(result).isEqualTo(new PgBench.Result(3520.105410, 35_170));
  }

  @Test
  void failsWherePgBenchSaysNothing() {
    assertThatThrownBy(() -> PgBench.result("create.sql", "Run was aborted"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("Run was aborted");
  }
}
