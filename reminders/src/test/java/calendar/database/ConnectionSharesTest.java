package calendar.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSharesTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "4, 1, 1", "6, 1, 1", "7, 1, 2", "16, 2, 9", "64, 8, 45"})
  void dividesConnections(int connections, int readersOfAKind, int changers) {
    ConnectionShares shares = new ConnectionShares(connections);

    assertThat(shares.writers()).isEqualTo(2);
    assertThat(shares.readersOfAKind()).isEqualTo(readersOfAKind);
    assertThat(shares.changers()).isEqualTo(changers);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "8, 2", "16, 8"})
  void leavesConnectionsForReadersOfGrants(int connections, int changers) {
    assertThat(new ConnectionShares(connections, 1).changers()).isEqualTo(changers);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 16, 64, 1_000})
  void leavesOneConnectionForPing(int connections) {
    ConnectionShares shares = new ConnectionShares(connections);

    assertThat(shares.writers() + 2 * shares.readersOfAKind() + shares.changers())
        .isEqualTo(connections - 1);
  }
}
