package calendar.client.command;

import calendar.client.ScriptedCalendar;
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

/** Runs the whole program, against a server that answers as each test tells it. */
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

  private static PrintStream stream(ByteArrayOutputStream sink) {
    // As on a pipe: what is not flushed in the end is lost.
    return new PrintStream(new BufferedOutputStream(sink), false, StandardCharsets.UTF_8);
  }
}
