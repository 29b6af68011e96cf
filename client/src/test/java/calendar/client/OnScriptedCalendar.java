package calendar.client;

import com.google.protobuf.Message;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and the server with scripted answers that it calls. */
abstract class OnScriptedCalendar {
  ScriptedCalendar server;
  CalendarClient client;

  /** The answer to a request, until {@link #refuse} is called. */
  abstract Message answer(Message request);

  @BeforeEach
  final void start() throws IOException {
    server = new ScriptedCalendar(this::answer);
    client = CalendarClient.connect(server.address(), Duration.ofSeconds(20));
  }

  @AfterEach
  final void stop() {
    client.close();
    server.close();
  }

  /** From now on every call fails with this status. */
  final void refuse(RuntimeException status) {
    server.script(
        request -> {
          throw status;
        });
  }
}
