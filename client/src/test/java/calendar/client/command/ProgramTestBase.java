package calendar.client.command;

import calendar.client.ProtoTimes;
import calendar.client.ScriptedCalendar;
import calendar.v1.Event;
import com.google.protobuf.Message;
import io.grpc.Status;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs the program against a server with scripted answers. */
abstract class ProgramTestBase {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  ScriptedCalendar server;

  @BeforeEach
  void start() throws IOException {
    server =
        new ScriptedCalendar(
            request -> {
              throw Status.INTERNAL.withDescription("not expected").asRuntimeException();
            });
    environment.put("CALENDAR_GRPC_PORT", Integer.toString(server.address().port()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final int run(String... arguments) {
    return CalendarClientProgram.run(CLOCK, environment, stream(out), stream(err), arguments);
  }

  final void answer(Function<Message, Message> script) {
    server.script(script);
  }

  final void refuse(RuntimeException status) {
    server.script(
        request -> {
          throw status;
        });
  }

  final String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  final String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  final int create(String... options) {
    String[] arguments = new String[options.length + 5];
    arguments[0] = "create";
    arguments[1] = "--owner=anna";
    arguments[2] = "--title=Tea";
    arguments[3] = "--start=2026-12-01 10:00";
    arguments[4] = "--duration=15m";
    System.arraycopy(options, 0, arguments, 5, options.length);
    return run(arguments);
  }

  static Event event(String id, String title, int hour) {
    return Event.newBuilder()
        .setId(id)
        .setTitle(title)
        .setStartTime(time("2026-12-01T%02d:00:00Z".formatted(hour)))
        .setEndTime(time("2026-12-01T%02d:00:00Z".formatted(hour + 1)))
        .build();
  }

  static com.google.protobuf.Timestamp time(String text) {
    return ProtoTimes.timestamp(Instant.parse(text));
  }

  private static PrintStream stream(ByteArrayOutputStream sink) {
    // Like a pipe, a buffered stream loses text that the program does not flush.
    return new PrintStream(new BufferedOutputStream(sink), false, StandardCharsets.UTF_8);
  }
}
