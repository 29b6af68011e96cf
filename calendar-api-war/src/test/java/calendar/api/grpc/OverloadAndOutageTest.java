package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
import calendar.api.call.report.RejectionLog;
import calendar.batching.CancellableResult;
import calendar.batching.Operation;
import calendar.event.Event;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Calls during an overload, past their deadline, or while the storage is unavailable. */
class OverloadAndOutageTest extends OnGrpcServer {
  @Test
  void doesNoWorkAfterTheDeadline() {
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
    changesMayContinue.countDown();
    refused(() -> calendar.deleteEvent(anyEvent()));

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(changes).hasValue(THREADS + 1);
  }

  @Test
  void cancelsTheWorkOfACancelledCall() {
    CancellableResult<List<Event>> held = new CancellableResult<>();
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
  void rejectsChangesIfThreadsAreBusy() throws Exception {
    changesWait = true;
    for (int i = 0; i < THREADS + QUEUE; i++) {
      CalendarServiceGrpc.newFutureStub(channel).deleteEvent(anyEvent());
    }
    await().until(() -> changes.get() == THREADS && threads.getQueue().size() == QUEUE);

    StatusRuntimeException rejected = refused(() -> calendar.deleteEvent(anyEvent()));

    assertThat(rejected.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(rejected, ErrorInfo.class).getReason()).isEqualTo("OVERLOADED");
    assertThat(detail(rejected, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
  }

  @Test
  void rejectsOverloadedKindsBeforeParsing() throws Exception {
    overloaded.addAll(List.of(Operation.CREATE, Operation.LIST));

    StatusRuntimeException rejected = refused(() -> create(event("ann", 1, 2)));
    StatusRuntimeException list =
        refused(() -> calendar.listEvents(ListEventsRequest.getDefaultInstance()));
    StatusRuntimeException get = refused(() -> calendar.getEvent(someEvent()));

    assertThat(rejected.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(rejected, ErrorInfo.class).getReason()).isEqualTo("OVERLOADED");
    assertThat(detail(rejected, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
    assertThat(list.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(get.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(ends).contains("CreateEvent RESOURCE_EXHAUSTED");
    overloaded.clear();
    create(event("ann", 1, 2));
  }

  @Test
  void logsRejectedCallsInOneLine() {
    overloaded.add(Operation.CREATE);
    LogCapture log = LogCapture.of(RejectionLog.class);
    try {
      for (int i = 0; i < 3; i++) {
        refused(() -> create(event("ann", 1, 2)));
      }
      rejections.write();
      rejections.write();
    } finally {
      log.close();
    }

    assertThat(log.entries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(new SimpleFormatter().formatMessage(entry))
                    .matches(
                        "CreateEvent RESOURCE_EXHAUSTED \\d+\\.\\d{3} ms peer=/127\\.0\\.0\\.1:\\d+:"
                            + " 3 calls rejected \\(time of the slowest\\): too many requests at once"));
  }

  @Test
  void asksNoUnavailableStorage() throws Exception {
    storageIsAvailable.set(false);

    for (Runnable call :
        List.<Runnable>of(
            () -> calendar.deleteEvent(anyEvent()), () -> calendar.getEvent(someEvent()))) {
      StatusRuntimeException unavailable = refused(call);
      assertThat(unavailable.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(detail(unavailable, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
    }
    assertThat(changes).hasValue(0);
    assertThat(reads).hasValue(0);
  }

  @Test
  void failsPendingCallsWhenTheStorageFails() throws Exception {
    changesWait = true;
    ListenableFuture<?> waiting =
        CalendarServiceGrpc.newFutureStub(channel).deleteEvent(anyEvent());
    await().until(() -> changes.get() == 1);

    pipeline.failPendingCalls();

    StatusRuntimeException unavailable =
        (StatusRuntimeException)
            catchThrowableOfType(ExecutionException.class, waiting::get).getCause();
    assertThat(unavailable.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(detail(unavailable, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
  }
}
