package calendar.clients;

import static calendar.clients.ExampleRun.debianPath;
import static calendar.clients.ExampleRun.succeeds;
import static calendar.clients.ExampleRun.usualPath;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.clients.ClientsPage.Block;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.type.Date;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the code in docs/clients.md, for each installed language. Uses the API in CALENDAR_API_GRPC,
 * or starts one if the variable is not set.
 */
class ClientsPageIT {
  private static Optional<LocalStack> own = Optional.empty();
  private static String address;
  private static ManagedChannel channel;
  private static ClientsPage page;

  @TempDir private Path folder;

  @BeforeAll
  static void startApi() throws IOException {
    address = System.getenv("CALENDAR_API_GRPC");
    if (address == null) {
      StackOptions quick =
          StackOptions.temporary()
              .withReminders(Reminders.NONE)
              .withEnvironment(Map.of("CALENDAR_STORAGE", "memory"))
              .withQuickStarts();
      own = Optional.of(LocalStack.start(quick));
      address = own.get().grpcAddress();
    }
    channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    page = ClientsPage.read(address);
    // The first call is slow. Make it here, so that the examples do not time out.
    assertThat(day("nobody")).isEmpty();
  }

  @AfterAll
  static void stopApi() {
    if (channel != null) {
      channel.shutdownNow();
    }
    own.ifPresent(LocalStack::close);
  }

  @Test
  void runsPython() throws Exception {
    String generators = "command -v protoc && command -v grpc_python_plugin";
    String library = "python3 -c 'import grpc, google.protobuf'";
    String path = succeeds(usualPath(), library) ? usualPath() : debianPath();
    assumeTrue(
        succeeds(path, generators + " && " + library),
        "Python's gRPC is not installed (protobuf-compiler-grpc, python3-grpcio)");

    printsWhatThePageSays("Python", "python", path);
  }

  @Test
  void runsGo() throws Exception {
    String libraries = "/usr/share/gocode/src/google.golang.org";
    assumeTrue(
        succeeds(
            usualPath(),
            "go version && command -v protoc && command -v protoc-gen-go"
                + " && command -v protoc-gen-go-grpc && test -d %s/grpc && test -d %s/protobuf"
                    .formatted(libraries, libraries)),
        "Go's gRPC is not installed (golang-google-grpc-dev and others, see docs/clients.md)");

    printsWhatThePageSays("Go", "go", usualPath());
  }

  @Test
  void runsNode() throws Exception {
    assumeNode();

    printsWhatThePageSays("Node", "node", usualPath());
  }

  @Test
  void nodeReadsConflictsOfASeries() throws Exception {
    assumeNode();
    List<Block> blocks = page.blocks("Conflicts of a series");
    Block packages = page.blocks("Node").stream().filter(Block::isCommands).findFirst().get();

    List<String> printed =
        new ExampleRun(folder, usualPath())
            .run(Stream.concat(Stream.of(packages), blocks.stream()).toList());

    assertThat(printed).endsWith(output(blocks).toArray(String[]::new));
  }

  private static void assumeNode() throws Exception {
    assumeTrue(succeeds(usualPath(), "node --version && npm --version"), "there is no Node or npm");
    assumeTrue(
        succeeds(usualPath(), "timeout 60 npm view @grpc/grpc-js version"),
        "npm reaches no registry");
  }

  @Test
  void runsJava() throws Exception {
    printsWhatThePageSays("Java", "java", usualPath());
  }

  @Test
  void understandsGrpcurlsCalls() throws Exception {
    String commands =
        page.blocks("grpcurl").stream().map(Block::text).collect(Collectors.joining());
    List<GrpcurlLine> lines = GrpcurlLine.in(commands);
    assertThat(lines).hasSize(4).extracting(GrpcurlLine::address).containsOnly(address);

    Event tea = ((CreateEventResponse) lines.get(0).call(channel)).getEvent();
    assertThat(((ListDayEventsResponse) lines.get(1).call(channel)).getEventsList())
        .containsExactly(tea);
    StatusRuntimeException refusal =
        catchThrowableOfType(StatusRuntimeException.class, () -> lines.get(2).call(channel));
    assertThat(errorInfo(refusal).getReason()).isEqualTo("DATE_BUSY");
    assertThat(((CreateSeriesResponse) lines.get(3).call(channel)).getSeries().getOccurrenceCount())
        .isEqualTo(20);
  }

  /** Runs a section. Compares its output with the page, and its booked event with the server. */
  private void printsWhatThePageSays(String heading, String owner, String searchPath)
      throws Exception {
    List<String> printed = new ExampleRun(folder, searchPath).run(page.blocks(heading));

    List<Event> booked = day(owner);
    assertThat(booked).extracting(Event::getTitle).containsExactly("Tea");
    String id = booked.get(0).getId();
    assertThat(printed)
        .as("printed by the code under " + heading)
        .endsWith(
            output(page.blocks("Python"))
                .map(line -> line.replace("01a2…", id))
                .toArray(String[]::new));
  }

  /** The lines that the page says the code prints. */
  private static Stream<String> output(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.language().equals("text"))
        .flatMap(block -> block.text().lines());
  }

  private static List<Event> day(String owner) {
    return CalendarServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(60, SECONDS)
        .listDayEvents(
            ListDayEventsRequest.newBuilder()
                .setOwnerId(owner)
                .setDate(Date.newBuilder().setYear(2030).setMonth(5).setDay(6))
                .build())
        .getEventsList();
  }

  private static ErrorInfo errorInfo(StatusRuntimeException refusal) throws IOException {
    for (Any detail : StatusProto.fromThrowable(refusal).getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        return detail.unpack(ErrorInfo.class);
      }
    }
    throw new AssertionError("no ErrorInfo in " + refusal);
  }
}
