package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.access.Identity;
import calendar.audit.Audit;
import calendar.audit.AuditEntry;
import calendar.audit.Outcome;
import calendar.error.AccessDeniedException;
import calendar.error.StorageUnavailableException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallAuditTest extends OnCallPipeline {
  private static final Caller EVE =
      new Caller(
          new InetSocketAddress("10.0.0.1", 5555),
          CompletableFuture.completedFuture(Optional.of(new Identity("eve", Set.of(), false))));
  private static final Call UPDATE =
      new Call(CalendarMethod.UPDATE_EVENT, EVE, "ann", Target.of("7"));

  private final List<AuditEntry> entries = new ArrayList<>();
  private boolean unwritable;

  @Override
  Audit audit() {
    return new Audit() {
      @Override
      public void write(AuditEntry entry) {
        requireWritable();
        assertThat(reply.results).as("answered before its line").isEmpty();
        assertThat(reply.failures).as("answered before its line").isEmpty();
        entries.add(entry);
      }

      @Override
      public void requireWritable() {
        if (unwritable) {
          throw new StorageUnavailableException("the audit file cannot be written");
        }
      }
    };
  }

  @Test
  void changeHasLineBeforeItsAnswer() {
    pipeline.runBlocking(UPDATE, reply, blockingWork());
    queued.remove().run();

    assertThat(reply.results).hasSize(1);
    assertThat(entries).singleElement().satisfies(entry -> isUpdateBy(entry, Outcome.OK, ""));
  }

  @Test
  void refusalHasLine() {
    permission = CompletableFuture.failedFuture(new AccessDeniedException("ann"));

    pipeline.runBlocking(UPDATE, reply, blockingWork());

    assertThat(reply.failures).hasSize(1);
    assertThat(entries)
        .singleElement()
        .satisfies(entry -> isUpdateBy(entry, Outcome.REFUSED, "ACCESS_DENIED"));
  }

  @Test
  void cancelledCallIsInDoubt() {
    pipeline.runBlocking(UPDATE, reply, blockingWork());
    reply.cancel();

    assertThat(entries)
        .singleElement()
        .satisfies(entry -> isUpdateBy(entry, Outcome.IN_DOUBT, "CANCELLED"));
  }

  @Test
  void outageIsInDoubt() {
    pipeline.runBlocking(UPDATE, reply, blockingWork());
    pipeline.failPendingCalls();

    assertThat(entries)
        .singleElement()
        .satisfies(entry -> isUpdateBy(entry, Outcome.IN_DOUBT, "STORAGE_UNAVAILABLE"));
  }

  @ParameterizedTest
  @EnumSource(
      value = CalendarMethod.class,
      names = {"GET_EVENT", "LIST_EVENTS", "LIST_DAY_EVENTS", "FIND_EVENTS", "GET_SERIES"})
  void readsHaveNoLine(CalendarMethod method) {
    pipeline.run(
        new Call(method, EVE, "ann"), reply, work(CompletableFuture.completedFuture("events")));

    assertThat(reply.results).hasSize(1);
    assertThat(entries).isEmpty();
  }

  @Test
  void changesNothingWhileLinesAreRequiredAndUnwritable() {
    unwritable = true;

    pipeline.runBlocking(UPDATE, reply, blockingWork());

    assertThat(queued).isEmpty();
    assertThat(reply.failures).singleElement().isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void changeWhoseLineIsLostIsInDoubtForTheCaller() {
    pipeline.runBlocking(UPDATE, reply, blockingWork());
    unwritable = true;
    queued.remove().run();

    assertThat(reply.results).isEmpty();
    assertThat(reply.failures).singleElement().isInstanceOf(StorageUnavailableException.class);
  }

  private static void isUpdateBy(AuditEntry entry, Outcome outcome, String reason) {
    assertThat(entry.subject()).isEqualTo("eve");
    assertThat(entry.method()).isEqualTo("UpdateEvent");
    assertThat(entry.ownerId()).isEqualTo("ann");
    assertThat(entry.id()).isEqualTo("7");
    assertThat(entry.outcome()).isEqualTo(outcome);
    assertThat(entry.details()).isEqualTo(Map.of("reason", reason, "peer", "/10.0.0.1:5555"));
  }
}
