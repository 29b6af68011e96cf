package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import calendar.batching.Operation;
import calendar.database.ConnectionShares;
import calendar.error.OverloadedException;
import calendar.event.Drafts;
import calendar.event.field.Interval;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A storage whose workers never run, so that requests pile up. */
class PostgresEventStorageTest {
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2027-01-01T01:00:00Z");

  private final PostgresEventStorage storage =
      new PostgresEventStorage(
          new EventStatements(null), null, worker -> new Thread(), new ConnectionShares(16));

  private void submit(Operation operation) {
    switch (operation) {
      case CREATE -> storage.create(Drafts.event(Drafts.newOwner(), START, END), Optional.empty());
      case GET -> storage.get("ann", UUID.randomUUID());
      case LIST -> storage.list("ann", new Interval(START, END), Optional.empty(), 10);
    }
  }

  private void submitUntilRejected(Operation operation) {
    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(
            () -> {
              while (true) {
                submit(operation);
              }
            });
  }

  @Test
  void hasCapacityForEachOperation() {
    assertThat(Operation.values()).allMatch(storage::hasCapacity);
  }

  @ParameterizedTest
  @EnumSource
  void overloadAffectsOnlyOneOperation(Operation overloaded) {
    submitUntilRejected(overloaded);

    await().until(() -> !storage.hasCapacity(overloaded));
    assertThat(Operation.values())
        .filteredOn(operation -> operation != overloaded)
        .allMatch(storage::hasCapacity);
  }
}
