package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import calendar.api.call.report.RejectionLog;
import calendar.event.Answer;
import calendar.event.Event;
import calendar.event.Work;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.type.Date;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Calls that find no thread, no time or no storage are told so, and ask for nothing in vain. */
class OverloadAndOutageTest extends OnGrpcServer {
  @Test
  void aCallWhoseDeadlineHasPassedAsksNoStorage() {
    changesWait = true;
    for (int i = 0; i < THREADS; i++) {
      CalendarServiceGrpc.newFutureStub(channel).deleteEvent(anyEvent());
    }
    await().until(() -> changes.get() == THREADS);

    StatusRuntimeException late =
        refused(
            () -> calendar.withDeadlineAfter(100, TimeUnit.MILLISECONDS).deleteEvent(anyEvent()));
    await()
        .until(
            () ->
                ends.contains("DeleteEvent DEADLINE_EXCEEDED")
                    || ends.contains("DeleteEvent CANCELLED"));
    changesWait = false;
    changesMayGo.countDown();
    refused(() -> calendar.deleteEvent(anyEvent()));

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(changes).hasValue(THREADS + 1);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsGivenUp() {
    Answer<List<Event>> held = new Answer<>();
    heldLists.add(held);
    ListDayEventsRequest day =
        ListDayEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setDate(Date.newBuilder().setYear(2031).setMonth(1).setDay(1))
            .build();
    ListenableFuture<?> list = CalendarServiceGrpc.newFutureStub(channel).listDayEvents(day);
    await().until(heldLists::isEmpty);

    list.cancel(true);

    await().untilAsserted(() -> assertThat(held).isCancelled());
    await().untilAsserted(() -> assertThat(ends).contains("ListDayEvents CANCELLED"));
    assertThat(calendar.listDayEvents(day).getEventsList()).isEmpty();
  }

  @Test
  void whatItCannotTakeIsOverloaded() throws Exception {
    changesWait = true;
    for (int i = 0; i < THREADS + QUEUE; i++) {
      CalendarServiceGrpc.newFutureStub(channel).deleteEvent(anyEvent());
    }
    await().until(() -> changes.get() == THREADS && threads.getQueue().size() == QUEUE);

    StatusRuntimeException overloaded = refused(() -> calendar.deleteEvent(anyEvent()));

    assertThat(overloaded.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(overloaded, ErrorInfo.class).getReason()).isEqualTo("OVERLOADED");
    assertThat(detail(overloaded, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
  }

  @Test
  void whileThereIsTooMuchOfItsKindACallIsRefusedBeforeItIsRead() throws Exception {
    flooded.addAll(List.of(Work.CREATE, Work.LIST));

    StatusRuntimeException overloaded = refused(() -> create(event("ann", 1, 2)));
    StatusRuntimeException list =
        refused(() -> calendar.listEvents(ListEventsRequest.getDefaultInstance()));
    StatusRuntimeException get = refused(() -> calendar.getEvent(someEvent()));

    assertThat(overloaded.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(overloaded, ErrorInfo.class).getReason()).isEqualTo("OVERLOADED");
    assertThat(detail(overloaded, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
    assertThat(list.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(get.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(ends).contains("CreateEvent RESOURCE_EXHAUSTED");
    flooded.clear();
    create(event("ann", 1, 2));
  }

  @Test
  void thoseThatWereTooManyAreLoggedTogether() {
    flooded.add(Work.CREATE);
    Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
    Handler noting = noting(entries);
    Logger log = Logger.getLogger(RejectionLog.class.getName());
    log.addHandler(noting);
    try {
      for (int i = 0; i < 3; i++) {
        refused(() -> create(event("ann", 1, 2)));
      }
      refusals.tell();
      refusals.tell();
    } finally {
      log.removeHandler(noting);
    }

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry ->
                assertThat(new SimpleFormatter().formatMessage(entry))
                    .matches(
                        "CreateEvent RESOURCE_EXHAUSTED \\d+\\.\\d{3} ms peer=/127\\.0\\.0\\.1:\\d+:"
                            + " 3 calls were refused, .*too many requests at once"));
  }

  @Test
  void whileTheStorageDoesNotAnswerItIsNotAsked() throws Exception {
    storageAnswers.set(false);

    for (Runnable call :
        List.<Runnable>of(
            () -> calendar.deleteEvent(anyEvent()), () -> calendar.getEvent(someEvent()))) {
      StatusRuntimeException gone = refused(call);
      assertThat(gone.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(detail(gone, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
    }
    assertThat(changes).hasValue(0);
    assertThat(reads).hasValue(0);
  }

  @Test
  void whenTheStorageGoesTheCallsThatWaitForItAreTold() throws Exception {
    changesWait = true;
    ListenableFuture<?> waiting =
        CalendarServiceGrpc.newFutureStub(channel).deleteEvent(anyEvent());
    await().until(() -> changes.get() == 1);

    executor.refusePending();

    StatusRuntimeException told =
        (StatusRuntimeException)
            catchThrowableOfType(ExecutionException.class, waiting::get).getCause();
    assertThat(told.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(detail(told, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
  }
}
