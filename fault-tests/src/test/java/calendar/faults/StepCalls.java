package calendar.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Calls of one step for several owners, all in flight at once, on a connection of their own. */
final class StepCalls implements AutoCloseable {
  private static final long SECONDS_PER_CALL = 60;

  private final ManagedChannel channel;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<OwnerSeries, CompletableFuture<Status>> answers;

  /**
   * Sends the calls.
   *
   * @param address of the API, as {@code host:port}
   * @param attempts how often a call is made at most, a second apart, if the API is UNAVAILABLE
   */
  StepCalls(String address, SeriesStep step, List<OwnerSeries> owners, int attempts) {
    channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    answers =
        owners.stream()
            .collect(
                toMap(
                    Function.identity(),
                    owner ->
                        CompletableFuture.supplyAsync(
                            () -> answer(step, owner, attempts), threads)));
  }

  private Status answer(SeriesStep step, OwnerSeries owner, int attempts) {
    Status answer = answer(step, owner);
    for (int i = 1; i < attempts && answer.getCode() == Status.Code.UNAVAILABLE; i++) {
      LockSupport.parkNanos(SECONDS.toNanos(1));
      answer = answer(step, owner);
    }
    return answer;
  }

  private Status answer(SeriesStep step, OwnerSeries owner) {
    CalendarServiceBlockingStub calendar =
        CalendarServiceGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS_PER_CALL, SECONDS);
    try {
      owner.take(step, calendar);
      return Status.OK;
    } catch (StatusRuntimeException refusal) {
      return refusal.getStatus();
    }
  }

  int size() {
    return answers.size();
  }

  /** How many calls are not in flight any more. */
  int answered() {
    return (int) answers.values().stream().filter(CompletableFuture::isDone).count();
  }

  /** Waits for the answer to an owner's call. */
  Status answer(OwnerSeries owner) {
    return answers.get(owner).join();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    threads.shutdown();
  }
}
