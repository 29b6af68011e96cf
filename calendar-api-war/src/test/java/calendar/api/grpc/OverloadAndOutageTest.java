package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import calendar.v1.CalendarServiceGrpc;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
