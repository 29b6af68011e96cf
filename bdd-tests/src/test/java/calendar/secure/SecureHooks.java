package calendar.secure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.entrance.SeenAnswers;
import calendar.bdd.system.SecureSystem;
import calendar.bdd.system.SystemHooks;
import calendar.local.process.SourceTree;
import calendar.v1.CalendarServiceGrpc;
import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the system with TLS and tokens, and checks that its scenarios are complete. */
public final class SecureHooks {
  private static final Path CONTRACT =
      Path.of("proto/src/main/proto/calendar/v1/calendar_service.proto");

  /** The contract lists each reason so: {@code // - `DATE_BUSY` (code FAILED_PRECONDITION)}. */
  private static final Pattern REASON = Pattern.compile("(?m)^// - `([A-Z_]+)` \\(code ");

  /** Not a caller provokes these, but an outage or the load of all callers. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("STORAGE_UNAVAILABLE", "OVERLOADED", "ISSUER_UNAVAILABLE");

  private SecureHooks() {}

  @BeforeAll(order = 1)
  public static void chooseSystem() {
    SystemHooks.use(SecureSystem::start);
  }

  /** A new method needs a scenario with {@code @entrance} in which it succeeds. */
  @AfterAll
  public static void everyMethodSucceeded() {
    assertThat(seen().methods())
        .as("methods that answered OK to scenarios with @entrance")
        .containsAll(methods());
  }

  /** A new reason needs a scenario with {@code @entrance} in which a caller gets it. */
  @AfterAll
  public static void everyReasonWasSeen() throws IOException {
    assertThat(seen().reasons())
        .as("reasons in answers to scenarios with @entrance")
        .containsAll(reasons());
  }

  private static SeenAnswers seen() {
    assertThat(SystemHooks.system()).as("the system, which should have started").isNotNull();
    return SystemHooks.system().entrance().answers();
  }

  private static List<String> methods() {
    return CalendarServiceGrpc.getServiceDescriptor().getMethods().stream()
        .map(MethodDescriptor::getFullMethodName)
        .toList();
  }

  private static List<String> reasons() throws IOException {
    String contract = Files.readString(SourceTree.find(CONTRACT).orElseThrow(), UTF_8);
    List<String> reasons = REASON.matcher(contract).results().map(found -> found.group(1)).toList();
    assertThat(reasons).as("reasons in " + CONTRACT).containsAll(OF_THE_SERVER);
    return reasons.stream().filter(reason -> !OF_THE_SERVER.contains(reason)).toList();
  }
}
