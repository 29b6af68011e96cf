package calendar.launcher;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.local.process.Ports;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.ListEventsRequest;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real calendar_api whose file descriptors run out, or would without its limit. */
class ExhaustionIT {
  private static final int DESCRIPTORS = 700;
  private static final int IDLE_CONNECTIONS = 600;
  private static final int ROUNDS = 10;
  private static final Duration IDLE =
      Duration.ofSeconds(Integer.getInteger("calendar.test.idle_seconds", 2));

  private static final int MOST_LINES = 50;
  private static final String REFUSED = "gRPC could not accept connections";
  private static final long PAUSE_MILLIS = 50;

  /** Take at least 2 s, so that the server tries to accept more than once. */
  private static final int CALLS_MEANWHILE = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;

  private static int grpcPort;
  private static RunningServer server;

  private final AtomicLong calls = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Socket> idle = new ArrayList<>();
  private ManagedChannel existing;
  private ScheduledExecutorService caller;
  private int linesBefore;

  @BeforeAll
  static void startServer() throws IOException {
    int httpPort = Ports.free();
    grpcPort = Ports.free();
    server =
        RunningServer.startWithDescriptors(
            DESCRIPTORS,
            folder,
            httpPort,
            Map.of(
                "CALENDAR_HTTP_IP", "127.0.0.1",
                "CALENDAR_HTTP_PORT", "" + httpPort,
                "CALENDAR_GRPC_IP", "127.0.0.1",
                "CALENDAR_GRPC_PORT", "" + grpcPort,
                "CALENDAR_STORAGE", "memory",
                "CALENDAR_LOG_FILE", "api.log"));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void beginToCall() throws IOException {
    existing = channel();
    call(existing);
    linesBefore = lines().size();
    caller = Executors.newSingleThreadScheduledExecutor();
    caller.scheduleWithFixedDelay(this::callAgain, 0, PAUSE_MILLIS, MILLISECONDS);
  }

  @AfterEach
  void stopCalling() throws Exception {
    caller.shutdownNow();
    assertThat(caller.awaitTermination(PATIENCE.toMillis(), MILLISECONDS)).isTrue();
    existing.shutdownNow();
    hangUp();
  }

  @Test
  void idleConnectionsKeepNobodyOut() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      openIdle(IDLE_CONNECTIONS);
      long callsBefore = calls.get();
      await("calls of the existing client")
          .atMost(IDLE.multipliedBy(2).plus(PATIENCE))
          .until(() -> calls.get() >= callsBefore + IDLE.toMillis() / PAUSE_MILLIS);
      callAsNewClient();
      hangUp();
      callAsNewClient();
    }

    assertThat(failures).isEmpty();
    assertThat(server.get("/health/ready").body())
        .containsPattern("\"name\":\"grpc\",\"status\":\"UP\"")
        .startsWith("{\"status\":\"UP\"");
    assertThat(server.get("/metrics").body())
        .containsPattern("calendar_file_descriptors_limit\\{.*} 700\\.0")
        .containsPattern("calendar_grpc_connections\\{.*} 1\\.0")
        .containsPattern(
            "calendar_grpc_connections_lost_total\\{.*reason=\"displaced\".*} [1-9][0-9.]+");
    assertThat(newLines()).hasSizeLessThan(MOST_LINES).noneMatch(line -> line.contains(REFUSED));
  }

  /** As if somebody else had taken them all: the server knew of another limit when it started. */
  @Test
  void acceptsAgainWhenDescriptorsAreFree() throws Exception {
    limitTo(descriptors() + 3);
    openIdle(30);
    long callsBefore = calls.get();
    await().atMost(PATIENCE).until(() -> calls.get() > callsBefore + CALLS_MEANWHILE);
    assertThat(failures).isEmpty();
    hangUp();
    limitTo(DESCRIPTORS);

    callAsNewClient();
    await().atMost(PATIENCE).until(() -> server.status("/health/ready") == 200);

    await().atMost(PATIENCE).until(() -> newLines().stream().anyMatch(l -> l.contains(REFUSED)));
    assertThat(newLines()).hasSizeLessThan(MOST_LINES);
  }

  private void callAgain() {
    try {
      call(existing);
      calls.incrementAndGet();
    } catch (StatusRuntimeException failure) {
      if (!caller.isShutdown()) {
        failures.add(failure.toString());
      }
    }
  }

  private static void callAsNewClient() {
    ManagedChannel channel = channel();
    try {
      call(channel);
    } finally {
      channel.shutdownNow();
    }
  }

  private static void call(ManagedChannel channel) {
    CalendarServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .listEvents(
            ListEventsRequest.newBuilder()
                .setOwnerId("ann")
                .setStartTime(Timestamp.newBuilder().setSeconds(0))
                .setEndTime(Timestamp.newBuilder().setSeconds(1))
                .build());
  }

  private static ManagedChannel channel() {
    return NettyChannelBuilder.forAddress("127.0.0.1", grpcPort).usePlaintext().build();
  }

  private void openIdle(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      idle.add(new Socket(InetAddress.getLoopbackAddress(), grpcPort));
    }
  }

  private void hangUp() throws IOException {
    for (Socket socket : idle) {
      socket.close();
    }
    idle.clear();
  }

  private static void limitTo(long descriptors) throws Exception {
    Process prlimit =
        new ProcessBuilder(
                "prlimit", "--pid=" + server.process().pid(), "--nofile=" + descriptors + ":700")
            .inheritIO()
            .start();
    assertThat(prlimit.waitFor()).isZero();
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + server.process().pid(), "fd"))) {
      return open.count();
    }
  }

  private List<String> newLines() throws IOException {
    List<String> lines = lines();
    return lines.subList(linesBefore, lines.size());
  }

  /** Without those of the calls, of which each has one. */
  private static List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("api.log")).stream()
        .filter(line -> !line.contains("ListEvents OK"))
        .toList();
  }
}
