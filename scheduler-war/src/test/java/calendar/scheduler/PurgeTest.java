package calendar.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import calendar.audit.AuditEntry;
import calendar.time.ClockDifferenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurgeTest extends OnMemory {
  private static final Instant RETAINED = NOW.minus(RETENTION);
  private static final Instant OLD = RETAINED.minusSeconds(1);

  private final List<AuditEntry> entries = new ArrayList<>();
  private final Purge purge = new Purge(storage, RETENTION, host, clocks, metrics, entries::add);

  @Test
  void purgesOneChunkPerStep() {
    bookings.bookEndingAt(RETAINED, 1);
    bookings.bookEndingAt(OLD, 750);

    purge.step();
    assertThat(bookings.countEvents()).isEqualTo(1 + 250);
    purge.step();

    assertThat(bookings.countEvents()).isEqualTo(1);
    assertThat(recorded.counts()).containsEntry("calendar_events_purged_total", 750L);
  }

  @Test
  void auditsWhatItDeleted() {
    purge.step();
    assertThat(entries).isEmpty();
    bookings.bookEndingAt(OLD, 3);
    bookings.rememberDeleted(OLD);
    pass(Duration.ofSeconds(10));

    purge.step();

    assertThat(entries)
        .extracting(AuditEntry::subject, AuditEntry::method, entry -> entry.details().get("count"))
        .containsExactly(
            tuple("system:scheduler", "PurgeEvents", "3"),
            tuple("system:scheduler", "ForgetDeletedEvents", "1"));
  }

  @Test
  void restsTenSecondsAfterSmallChunk() {
    purge.step();
    bookings.bookEndingAt(OLD, 1);
    pass(Duration.ofSeconds(9));
    purge.step();
    assertThat(bookings.countEvents()).isEqualTo(1);
    pass(Duration.ofSeconds(1));
    purge.step();

    assertThat(bookings.countEvents()).isZero();
  }

  @Test
  void forgetsDeletionsBeforeRetention() {
    bookings.rememberDeleted(RETAINED);
    bookings.rememberDeleted(OLD);

    purge.step();

    assertThat(bookings.countDeleted()).isEqualTo(1);
  }

  @Test
  void usesDatabaseClock() {
    bookings.bookEndingAt(RETAINED.plusSeconds(30), 1);
    host.moveBy(Duration.ofSeconds(50));

    purge.step();

    assertThat(bookings.countEvents()).isEqualTo(1);
  }

  @Test
  void deletesNothingWhileClocksDiffer() {
    bookings.bookEndingAt(OLD, 1);
    host.moveBy(Duration.ofMinutes(2));

    assertThatThrownBy(purge::step).isInstanceOf(ClockDifferenceException.class);

    assertThat(bookings.countEvents()).isEqualTo(1);
  }
}
