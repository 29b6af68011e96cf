package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
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
import org.junit.jupiter.api.Test;

class LostConnectionTest extends OnGrpcServer {
  private static final int CALLS = 20;
  private static final int SMALL_WINDOW = 65_535;

  /** Larger than the window, so the server still holds a part when the connection ends. */
  private static final int EVENTS = 10;

  private static final ListEventsRequest ALL =
      ListEventsRequest.newBuilder()
          .setOwnerId("ann")
          .setStartTime(Timestamp.newBuilder().setSeconds(0))
          .setEndTime(Timestamp.newBuilder().setSeconds(EVENTS))
          .build();

  private final Queue<Channel> connections = new ConcurrentLinkedQueue<>();

  @Test
  void logsNothingForCallsOfLostConnections() throws Exception {
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
    LogCapture log = LogCapture.of("io.grpc.netty");
    try {
      for (int i = 0; i < CALLS; i++) {
        listWithoutReading(slow);
      }
      await().until(() -> ends.stream().filter("ListEvents OK"::equals).count() == CALLS);

      // Calls end in order: after this last one, all have ended.
      heldLists.add(new CancellableResult<>());
      listWithoutReading(slow);
      await().until(heldLists::isEmpty);

      // Bypasses the handler that would wait for the calls.
      connections.forEach(connection -> connection.pipeline().firstContext().close());

      await().until(() -> ends.contains("ListEvents CANCELLED"));
    } finally {
      log.close();
      slow.shutdownNow();
      network.shutdownGracefully();
    }

    assertThat(log.entries()).isEmpty();
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
