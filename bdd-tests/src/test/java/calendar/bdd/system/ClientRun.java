package calendar.bdd.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.entrance.Entrance;
import calendar.client.command.CalendarClientProgram;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the program {@code calendar_client} against the running system.
 *
 * @param status the exit status
 * @param out the text on stdout
 * @param err the text on stderr
 */
public record ClientRun(int status, String out, String err) {

  private static final String OWNER = "--owner=";

  /**
   * Runs a command.
   *
   * @param arguments the caller is the owner that they name
   */
  public static ClientRun of(List<String> arguments) {
    Entrance entrance = SystemHooks.system().entrance();
    List<String> all = new ArrayList<>(arguments);
    all.addAll(entrance.clientOptions());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CalendarClientProgram.run(
            Clock.systemUTC(),
            entrance.clientEnvironment(owner(arguments)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            all.toArray(String[]::new));
    return new ClientRun(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static String owner(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(OWNER))
        .findFirst()
        .map(argument -> argument.substring(OWNER.length()))
        .orElse("somebody");
  }

  public JsonObject json() {
    assertThat(status).as(err).isZero();
    return JsonParser.parseString(out).getAsJsonObject();
  }
}
