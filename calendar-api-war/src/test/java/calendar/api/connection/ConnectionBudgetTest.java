package calendar.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConnectionBudgetTest {
  private static ConnectionBudget budget(long limit, OptionalInt configured) {
    return new ConnectionBudget(limit, 140, 216, configured);
  }

  @Test
  void leavesDescriptorsForEverythingElse() {
    ConnectionBudget budget = budget(700, OptionalInt.empty());

    assertThat(budget.connections()).isEqualTo(700 - 140 - 216 - ConnectionBudget.SPARE);
    assertThat(budget.problem()).isEmpty();
    assertThat(budget.howToRaise()).contains("700 file descriptors", "ulimit -n");
  }

  @Test
  void obeysALowerSetting() {
    ConnectionBudget budget = budget(20_000, OptionalInt.of(300));

    assertThat(budget.connections()).isEqualTo(300);
    assertThat(budget.problem()).isEmpty();
    assertThat(budget.howToRaise()).contains("grpc.max_connections");
  }

  @Test
  void doesNotExceedTheDescriptors() {
    ConnectionBudget budget = budget(700, OptionalInt.of(300));

    assertThat(budget.connections()).isEqualTo(248);
    assertThat(budget.problem())
        .isEqualTo(
            "grpc.max_connections is 300, but the limit of 700 file descriptors leaves room for"
                + " 248. Raise that limit (ulimit -n, LimitNOFILE=) or lower grpc.max_connections");
  }

  @Test
  void reportsATooLowLimit() {
    ConnectionBudget budget = budget(300, OptionalInt.empty());

    assertThat(budget.connections()).isEqualTo(16);
    assertThat(budget.problem())
        .isEqualTo(
            "the limit of 300 file descriptors is too low: 140 are in use and 312 are reserved, so"
                + " that gRPC takes only 16 connections. Raise it to at least 612 (ulimit -n,"
                + " LimitNOFILE=)");
  }

  @Test
  void allowsManyConnectionsWithoutALimit() {
    assertThat(budget(Long.MAX_VALUE, OptionalInt.empty()).connections()).isEqualTo(100_000);
  }

  @Test
  void countsDescriptorsOfThisProcess() {
    assertThat(FileDescriptors.open()).isBetween(3L, FileDescriptors.limit());
  }
}
