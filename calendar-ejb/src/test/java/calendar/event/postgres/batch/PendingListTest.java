package calendar.event.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.field.Interval;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingListTest {
  private static PendingList withLimit(int limit) {
    Interval hour = new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(3_600));
    return PendingList.of("ann", hour, Optional.empty(), limit);
  }

  @Test
  void sizeIsLimit() {
    assertThat(withLimit(1_001).size()).isEqualTo(1_001);
  }

  @Test
  void smallListsFillBatchByTheirNumber() {
    int batchSize = BatchedReads.BATCH_READS * withLimit(2).size();

    assertThat(batchSize).isEqualTo(BatchedReads.BATCH_EVENTS);
  }
}
