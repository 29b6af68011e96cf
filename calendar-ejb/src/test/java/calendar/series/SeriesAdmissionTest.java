package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.OverloadedException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.memory.MemoryEventStorage;
import calendar.series.memory.MemorySeriesStorage;
import calendar.series.model.ChangedEvent;
import calendar.series.model.OnConflict;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SeriesAdmissionTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Event EVENT =
      Drafts.event("ann", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final CountDownLatch planned = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();

  @AfterEach
  void endAll() {
    mayEnd.countDown();
  }

  @Test
  void admitsUpToTheLimit() throws Exception {
    SeriesAdmission admission = admission(SHORT);
    CompletableFuture<?> first = holding(admission, adding(4_000));

    admission.change(create(), adding(96));
    assertThatThrownBy(() -> admission.change(create(), adding(97)))
        .isInstanceOf(OverloadedException.class);
    mayEnd.countDown();
    first.get();

    assertThat(written).hasValue(2);
    assertThat(admission.free()).isEqualTo(4_096);
  }

  @Test
  void rejectedCreateNeverReachesTheStorage() throws Exception {
    SeriesAdmission admission = admission(SHORT);
    holding(admission, adding(4_096));

    assertThatThrownBy(() -> admission.change(create(), adding(1)))
        .isInstanceOf(OverloadedException.class);

    assertThat(calls).hasValue(1);
  }

  @Test
  void updateIsWeighedWhenPlanned() throws Exception {
    SeriesAdmission admission = admission(SHORT);
    holding(admission, adding(4_000));
    SeriesPlanner large =
        stored ->
            change(
                Collections.nCopies(30, EVENT),
                Collections.nCopies(30, new ChangedEvent(EVENT, EVENT)),
                Collections.nCopies(37, EVENT));

    assertThatThrownBy(() -> admission.change(update(), large))
        .isInstanceOf(OverloadedException.class);

    assertThat(calls).hasValue(2);
    assertThat(written).hasValue(0);
  }

  @Test
  void waitsForItsTurn() throws Exception {
    SeriesAdmission admission = admission(LONG);
    CompletableFuture<?> first = holding(admission, adding(4_096));
    CompletableFuture<?> second =
        CompletableFuture.runAsync(() -> admission.change(create(), adding(10)));
    while (admission.waiting() == 0) {
      Thread.onSpinWait();
    }

    mayEnd.countDown();
    first.get();
    second.get();

    assertThat(written).hasValue(2);
  }

  @Test
  void fifthIsRejectedWithoutWaiting() throws Exception {
    SeriesAdmission admission = admission(LONG);
    CompletableFuture<?> first = holding(admission, adding(4_096));
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(CompletableFuture.runAsync(() -> admission.change(create(), adding(10))));
    }
    while (admission.waiting() < 4) {
      Thread.onSpinWait();
    }

    long begun = System.nanoTime();
    assertThatThrownBy(() -> admission.change(create(), adding(1)))
        .isInstanceOf(OverloadedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG.dividedBy(2));
    mayEnd.countDown();
    first.get();
    waiting.forEach(CompletableFuture::join);

    assertThat(written).hasValue(5);
    assertThat(admission.free()).isEqualTo(4_096);
  }

  @Test
  void changeOverTheLimitIsMadeAlone() throws Exception {
    SeriesAdmission admission = admission(SHORT);
    CompletableFuture<?> large = holding(admission, adding(9_000));

    assertThat(admission.free()).isZero();
    mayEnd.countDown();
    large.get();

    assertThat(admission.free()).isEqualTo(4_096);
  }

  @Test
  void failedChangeGivesItsShareBack() {
    SeriesAdmission admission = admission(SHORT);
    SeriesPlanner failing =
        stored -> {
          throw new IllegalStateException("a bug");
        };

    assertThatThrownBy(() -> admission.change(update(), failing)).hasMessage("a bug");
    SeriesAdmission broken = new SeriesAdmission(new Failing(), SHORT);
    assertThatThrownBy(() -> broken.change(create(), adding(10))).hasMessage("no database");

    assertThat(admission.free()).isEqualTo(4_096);
    assertThat(broken.free()).isEqualTo(4_096);
  }

  @Test
  void changePlannedTwiceCountsOnce() {
    AtomicInteger free = new AtomicInteger();
    SeriesAdmission[] admission = new SeriesAdmission[1];
    admission[0] =
        new SeriesAdmission(
            new OverMemory() {
              @Override
              public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
                planner.plan(Optional.empty());
                planner.plan(Optional.empty());
                free.set(admission[0].free());
                return null;
              }
            },
            SHORT);

    admission[0].change(update(), adding(4_000));

    assertThat(free).hasValue(96);
    assertThat(admission[0].free()).isEqualTo(4_096);
  }

  /** A storage whose changes wait, if they weigh 1,000 or more, until the test lets them end. */
  private SeriesAdmission admission(Duration longestWait) {
    return new SeriesAdmission(
        new OverMemory() {
          @Override
          public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
            calls.incrementAndGet();
            if (planner.plan(Optional.empty()).added().size() >= 1_000) {
              planned.countDown();
              await(mayEnd);
            }
            written.incrementAndGet();
            return null;
          }
        },
        longestWait);
  }

  /** Starts a change, and returns when it is being written. */
  private CompletableFuture<?> holding(SeriesAdmission admission, SeriesPlanner planner) {
    CompletableFuture<?> change =
        CompletableFuture.runAsync(() -> admission.change(create(), planner));
    await(planned);
    return change;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static SeriesRequest create() {
    return request(Optional.empty());
  }

  private static SeriesRequest update() {
    return request(Optional.of(new UUID(3, 4)));
  }

  private static SeriesRequest request(Optional<UUID> seriesId) {
    return new SeriesRequest(
        "ann",
        seriesId,
        Optional.empty(),
        Optional.empty(),
        OnConflict.REFUSE,
        false,
        Instant.EPOCH);
  }

  private static SeriesPlanner adding(int occurrences) {
    return stored -> change(Collections.nCopies(occurrences, EVENT), List.of(), List.of());
  }

  private static SeriesChange change(
      List<Event> added, List<ChangedEvent> changed, List<Event> removed) {
    return new SeriesChange(List.of(), Optional.empty(), added, changed, removed, 0);
  }

  private static final class Failing extends OverMemory {
    @Override
    public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
      throw new IllegalStateException("no database");
    }
  }

  /** Changes are doubles; everything else is the storage in memory. */
  private abstract static class OverMemory extends ForwardingSeriesStorage {
    private OverMemory() {
      super(new MemorySeriesStorage(new MemoryEventStorage()));
    }
  }
}
