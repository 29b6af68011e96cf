package calendar.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However often the API is killed, each change that it acknowledged has its line in the audit. */
class AuditKillsIT {
  private static final int KILLS = Integer.getInteger("calendar.audit.kills", 5);
  private static final int CALLERS = 32;
  private static final int FEWEST_BEFORE_KILL = 200;
  private static final Duration POLL = Duration.ofMillis(1);
  private static final Pattern ACKNOWLEDGED =
      Pattern.compile(
          "\\{\"time\":\"[^\"]+\",\"method\":\"CreateEvent\",\"owner\":\"[^\"]+\","
              + "\"id\":\"([^\"]+)\",\"outcome\":\"OK\",.*}");

  @TempDir private Path folder;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private Path audit;
  private LocalStack stack;

  @BeforeEach
  void start() throws Exception {
    audit = folder.resolve("audit.log");
    stack =
        LocalStack.start(
            StackOptions.temporary()
                .withReminders(Reminders.NONE)
                .withEnvironment(Map.of(Key.AUDIT_FILE.environmentVariable(), audit.toString()))
                .withQuickStarts());
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void acknowledgedChangesHaveTheirLines() throws Exception {
    for (int round = 0; round < KILLS; round++) {
      killUnderLoad("owner-%d-".formatted(round));
    }

    Set<String> audited = audited();
    Set<String> missing = new HashSet<>(acknowledged);
    missing.removeAll(audited);
    System.out.printf(
        "%d kills of calendar_api: %d changes acknowledged, %d with a line, %d without%n",
        KILLS, acknowledged.size(), audited.size(), missing.size());
    assertThat(missing).isEmpty();
  }

  /**
   * Books until the API is killed, after a random number of answers, while further calls are in
   * flight.
   */
  private void killUnderLoad(String prefix) throws Exception {
    int before = acknowledged.size();
    AtomicInteger slots = new AtomicInteger();
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(stack.grpcAddress()).usePlaintext().build();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int caller = 0; caller < CALLERS; caller++) {
      String owner = prefix + caller;
      callers.execute(() -> book(owner, CalendarServiceGrpc.newBlockingStub(channel), slots));
    }
    int enough =
        before + ThreadLocalRandom.current().nextInt(FEWEST_BEFORE_KILL, 2 * FEWEST_BEFORE_KILL);
    Awaitility.await("calls are answered")
        .pollInterval(POLL)
        .until(() -> acknowledged.size() >= enough);
    stack.api().kill();
    callers.shutdown();
    assertThat(callers.awaitTermination(60, SECONDS)).isTrue();
    channel.shutdownNow();
    stack.api().start();
  }

  /** Books one event after the other, until a call fails. */
  private void book(String owner, CalendarServiceBlockingStub calendar, AtomicInteger slots) {
    try {
      while (true) {
        long start = 1_925_000_000L + slots.getAndIncrement() * 60L;
        CreateEventRequest request =
            CreateEventRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setEvent(
                    Event.newBuilder()
                        .setOwnerId(owner)
                        .setTitle("Booked under load")
                        .setStartTime(Timestamp.newBuilder().setSeconds(start))
                        .setEndTime(Timestamp.newBuilder().setSeconds(start + 60)))
                .build();
        acknowledged.add(
            calendar.withDeadlineAfter(30, SECONDS).createEvent(request).getEvent().getId());
      }
    } catch (StatusRuntimeException killed) {
      assertThat(killed.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }
  }

  /** The ids of the lines of changes that took effect. Every line must be whole. */
  private Set<String> audited() throws IOException {
    List<String> lines = Files.readAllLines(audit);
    assertThat(lines).allMatch(line -> line.startsWith("{\"time\":") && line.endsWith("}"));
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      Matcher matcher = ACKNOWLEDGED.matcher(line);
      if (matcher.matches()) {
        ids.add(matcher.group(1));
      }
    }
    return ids;
  }
}
