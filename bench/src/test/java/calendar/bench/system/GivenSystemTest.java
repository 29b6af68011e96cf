package calendar.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.bench.BenchException;
import calendar.local.postgres.DatabaseAccess;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenSystemTest {
  @Test
  void readsWhereTheDatabaseIs() {
    DatabaseAccess database =
        GivenSystem.parseDatabase("postgresql://calendar:se:cret@db.example:5433/bookings");

    assertThat(database.host()).isEqualTo("db.example");
    assertThat(database.port()).isEqualTo(5433);
    assertThat(database.name()).isEqualTo("bookings");
    assertThat(database.services().user()).isEqualTo("calendar");
    assertThat(database.services().password()).isEqualTo("se:cret");
  }

  @Test
  void showsNoPasswordOfAWrongAddress() {
    assertThatThrownBy(() -> GivenSystem.parseDatabase("postgresql:secret"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("DATABASE: expected postgresql://")
        .hasMessageNotContaining("secret");
  }

  @Test
  void needsBothAddresses() {
    assertThatThrownBy(
            () -> GivenSystem.of(Optional.empty(), Optional.of("localhost"), Optional.empty()))
        .hasMessageContaining("ADDRESS, DATABASE: expected both");
  }

  @Test
  void saysWhyItsDatabaseCannotBeReached() throws IOException {
    int nobodys;
    try (ServerSocket taken = new ServerSocket(0)) {
      nobodys = taken.getLocalPort();
    }
    String database = "postgresql://calendar:secret@127.0.0.1:%d/calendar".formatted(nobodys);

    assertThatThrownBy(
            () ->
                GivenSystem.of(
                    Optional.empty(), Optional.of("localhost:8888"), Optional.of(database)))
        .isInstanceOfSatisfying(
            BenchException.class,
            failure -> assertThat(failure.status()).isEqualTo(BenchException.USAGE))
        .hasMessageStartingWith(
            "DATABASE: cannot connect to 127.0.0.1:%d: Connection to".formatted(nobodys))
        .hasMessageNotContainingAny("secret", "Exception", "\n");
  }
}
