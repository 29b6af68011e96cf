package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.error.OverloadedException;
import calendar.client.error.UnreachableException;
import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.report.ImportCounts;
import calendar.client.importing.report.ImportReport;
import com.google.rpc.Code;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports while the calendar is overloaded or unreachable. */
class ImportRetriesTest extends ScriptedImport {
  @Test
  void retriesAfterOverload() throws Exception {
    Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    ImportReport report =
        run(
            request -> {
              if (attempts
                      .computeIfAbsent(title(request), title -> new AtomicInteger())
                      .incrementAndGet()
                  < 3) {
                throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
              }
              return CREATED;
            },
            OwnerSource.always("anna"),
            event(1, "one"),
            event(2, "two"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(6);
  }

  @Test
  void givesUpOnLastingOverload() throws Exception {
    ImportReport report =
        run(
            request -> {
              throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
            },
            OwnerSource.always("anna"),
            event(1, "one"));

    assertThat(report.interruption()).containsInstanceOf(OverloadedException.class);
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(QUICK.attempts());
  }

  @Test
  void doesNotRetryBeforeFirstAnswer() throws Exception {
    unavailable = true;

    ImportReport report = run(request -> CREATED, OwnerSource.always("anna"), event(1, "one"));

    assertThat(report.interruption()).containsInstanceOf(UnreachableException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsDuringRestartOfCalendar() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    inFlight = 1;

    ImportReport report =
        run(
            request -> {
              if (calls.incrementAndGet() == 2) {
                throw Status.UNAVAILABLE.asRuntimeException();
              }
              return CREATED;
            },
            OwnerSource.always("anna"),
            event(1, "one"),
            event(2, "two"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED"})
  void reportsCreationWithLostAnswer(Status.Code noAnswer) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    inFlight = 1;

    ImportReport report =
        run(
            request ->
                switch (calls.incrementAndGet()) {
                  case 1 -> throw noAnswer.toStatus().asRuntimeException();
                  case 2 -> throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
                  default -> REPLAYED;
                },
            OwnerSource.always("anna"),
            event(1, "without an answer, then sent back, then there"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(3);
  }

  @Test
  void limitsCallsInFlight() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    String[] events = new String[40];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(i, "event " + i);
    }

    ImportReport report =
        run(
            request -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.yield();
              now.decrementAndGet();
              return CREATED;
            },
            OwnerSource.always("anna"),
            events);

    assertThat(report.counts().created()).isEqualTo(events.length);
    assertThat(most.get()).isBetween(1, 2);
  }
}
