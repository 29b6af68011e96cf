package calendar.bench.steady;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.type.Date;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Lists days by gRPC, on connections that stay or on new ones. A call reports its failure, if any.
 * Safe for use by several threads.
 */
final class GrpcCalls implements AutoCloseable {
  private static final int KEPT = 4;
  private static final long LIMIT_SECONDS = 30;
  private static final Date DAY = Date.newBuilder().setYear(2031).setMonth(1).setDay(2).build();
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final SteadyTarget target;
  private final List<ManagedChannel> kept;

  GrpcCalls(SteadyTarget target) {
    this.target = target;
    this.kept = Stream.generate(this::channel).limit(KEPT).toList();
  }

  /**
   * Makes a call on a connection that stays.
   *
   * @param number chooses the connection
   * @param ended receives the failure, if there was one
   */
  void onKeptConnection(long number, SteadyCaller caller, Consumer<Optional<String>> ended) {
    Futures.addCallback(
        CalendarServiceGrpc.newFutureStub(kept.get((int) (number % KEPT)))
            .withInterceptors(token(caller))
            .withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS)
            .listDayEvents(request(caller)),
        new FutureCallback<ListDayEventsResponse>() {
          @Override
          public void onSuccess(ListDayEventsResponse answer) {
            ended.accept(Optional.empty());
          }

          @Override
          public void onFailure(Throwable failure) {
            ended.accept(Optional.of(words(failure)));
          }
        },
        MoreExecutors.directExecutor());
  }

  /**
   * Makes a call on a new connection, with a whole handshake. Blocks.
   *
   * @return the failure, if there was one
   */
  Optional<String> onNewConnection(SteadyCaller caller) {
    ManagedChannel channel = channel();
    try {
      CalendarServiceGrpc.newBlockingStub(channel)
          .withInterceptors(token(caller))
          .withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS)
          .listDayEvents(request(caller));
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of("on a new connection: " + words(failure));
    } finally {
      channel.shutdownNow();
    }
  }

  /** Each has a context of its own, so that none resumes a session of another one. */
  private ManagedChannel channel() {
    try {
      NettyChannelBuilder channel =
          NettyChannelBuilder.forAddress(target.grpc().host(), target.grpc().port())
              .sslContext(
                  GrpcSslContexts.forClient().trustManager(target.authority().toFile()).build());
      return (target.repeats() ? channel.enableRetry() : channel.disableRetry()).build();
    } catch (SSLException unusable) {
      throw new IllegalArgumentException(unusable);
    }
  }

  private static ClientInterceptor token(SteadyCaller caller) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + caller.token());
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  private static ListDayEventsRequest request(SteadyCaller caller) {
    return ListDayEventsRequest.newBuilder().setOwnerId(caller.subject()).setDate(DAY).build();
  }

  private static String words(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    String cause = status.getCause() == null ? "" : ", " + status.getCause();
    return "%s: %s%s".formatted(status.getCode(), status.getDescription(), cause);
  }

  @Override
  public void close() {
    kept.forEach(ManagedChannel::shutdownNow);
  }
}
