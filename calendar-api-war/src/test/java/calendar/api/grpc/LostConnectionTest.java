package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.batching.CancellableResult;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import com.google.protobuf.Timestamp;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LostConnectionTest extends OnGrpcServer {
  private static final int CALLS = 20;
  private static final int SMALL_WINDOW = 65_535;

  /** Larger than the window, so that the server still has some of it when the connection ends. */
  private static final int EVENTS = 10;

  private static final ListEventsRequest ALL =
      ListEventsRequest.newBuilder()
          .setOwnerId("ann")
          .setStartTime(Timestamp.newBuilder().setSeconds(0))
          .setEndTime(Timestamp.newBuilder().setSeconds(EVENTS))
          .build();

  private final Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
  private final Queue<Channel> connections = new ConcurrentLinkedQueue<>();

  @Test
  void callsThatEndWithTheirConnectionFillNoLog() throws Exception {
    for (int i = 0; i < EVENTS; i++) {
      create(event("ann", i, i + 1).toBuilder().setDescription("x".repeat(10_000)).build());
    }
    EventLoopGroup network = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ManagedChannel slow =
        NettyChannelBuilder.forAddress(server.address())
            .usePlaintext()
            .eventLoopGroup(network)
            .channelFactory(this::connection)
            .flowControlWindow(SMALL_WINDOW)
            .build();
    Handler noting = noting(entries);
    Logger log = Logger.getLogger("io.grpc.netty");
    log.addHandler(noting);
    try {
      for (int i = 0; i < CALLS; i++) {
        listWithoutReading(slow);
      }
      await().until(() -> ends.stream().filter("ListEvents OK"::equals).count() == CALLS);

      // Calls end in their order: after this last one, all are over.
      heldLists.add(new CancellableResult<>());
      listWithoutReading(slow);
      await().until(heldLists::isEmpty);

      // Past the handler that would wait for them.
      connections.forEach(connection -> connection.pipeline().firstContext().close());

      await().until(() -> ends.contains("ListEvents CANCELLED"));
    } finally {
      log.removeHandler(noting);
      slow.shutdownNow();
      network.shutdownGracefully();
    }

    assertThat(entries).isEmpty();
  }

  private NioSocketChannel connection() {
    NioSocketChannel connection = new NioSocketChannel();
    connections.add(connection);
    return connection;
  }

  private static void listWithoutReading(ManagedChannel channel) {
    ClientCall<ListEventsRequest, ListEventsResponse> call =
        channel.newCall(CalendarServiceGrpc.getListEventsMethod(), CallOptions.DEFAULT);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.sendMessage(ALL);
    call.halfClose();
  }
}
