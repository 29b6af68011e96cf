package calendar.bdd.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.command.CalendarClientProgram;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run of the program {@code calendar_client} against the running system.
 *
 * @param status the exit status
 * @param out the text on stdout
 * @param err the text on stderr
 */
public record ClientRun(int status, String out, String err) {

  /** Runs a command as a caller. */
  public static ClientRun of(String caller, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(SystemHooks.system().clientOptions(caller));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CalendarClientProgram.run(
            Clock.systemUTC(),
            Map.of(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            all.toArray(String[]::new));
    return new ClientRun(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  public JsonObject json() {
    assertThat(status).as(err).isZero();
    return JsonParser.parseString(out).getAsJsonObject();
  }
}
