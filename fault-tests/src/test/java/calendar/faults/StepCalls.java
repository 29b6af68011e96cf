package calendar.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import calendar.v1.CalendarServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
   */
  StepCalls(String address, SeriesStep step, List<OwnerSeries> owners) {
    channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    answers =
        owners.stream()
            .collect(
                toMap(
                    Function.identity(),
                    owner -> CompletableFuture.supplyAsync(() -> answer(step, owner), threads)));
  }

  private Status answer(SeriesStep step, OwnerSeries owner) {
    try {
      owner.take(
          step,
          CalendarServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(SECONDS_PER_CALL, SECONDS));
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
