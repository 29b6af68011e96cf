package calendar.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.config.Key;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A scheduler and a sender that start before PostgreSQL and the broker wait for them, and deliver
 * once both are there.
 */
class EarlyStartIT {
  private static final int DUE = 10;

  /** What the first start of a program may take on a busy machine. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Map<String, String> CONFIGURATION =
      Map.of(Key.SCHEDULER_PERIOD.environmentVariable(), "200ms");

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintedLines printed = new PrintedLines();

  @ParameterizedTest
  @EnumSource
  void schedulerAndSenderWaitForDatabaseAndBroker(BrokerKind kind) throws Exception {
    assumeTrue(kind.isAvailable(), () -> kind + " is not on this machine");
    StackOptions options =
        StackOptions.temporary()
            .withBroker(kind)
            .withReminders(Reminders.BROKER)
            .withEnvironment(CONFIGURATION)
            .withQuickStarts()
            .withReminderLines(printed::saw);
    try (LocalStack stack = LocalStack.start(options)) {
      EmbeddedDatabase database = stack.embeddedDatabase().orElseThrow();
      OwnBroker broker = stack.ownBroker().orElseThrow();
      broker.stop();
      database.stop();

      ServiceProcess scheduler = stack.beginScheduler();
      ServiceProcess sender = stack.beginSender();
      awaitChecks(START_LIMIT, scheduler, "DOWN", "DOWN");
      awaitChecks(START_LIMIT, sender, "DOWN", "DOWN");
      database.start();
      awaitChecks(PATIENCE, scheduler, "UP", "DOWN");
      awaitChecks(PATIENCE, sender, "UP", "DOWN");
      broker.start();
      scheduler.awaitReady();
      sender.awaitReady();

      Tally tally = Burst.of(DUE, new ReminderTable(database.access()), printed).drain(sender);
      System.out.printf("started before PostgreSQL and %s: %s%n", kind, tally);
      assertThat(tally.delivered()).isEqualTo(DUE);
      assertThat(tally.lost()).isZero();
      assertThat(tally.printedTwice()).isZero();
    }
  }

  /** Waits until a program that is not ready says so of each. */
  private void awaitChecks(Duration limit, ServiceProcess program, String storage, String broker) {
    URI readiness = program.http().resolve("/health/ready");
    Awaitility.await("%s: storage %s, broker %s".formatted(readiness, storage, broker))
        .atMost(limit)
        .ignoreExceptions()
        .until(
            () -> {
              HttpResponse<String> answer =
                  http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.ofString());
              return answer.statusCode() == 503
                  && says(answer.body(), "storage", storage)
                  && says(answer.body(), "broker", broker);
            });
  }

  private static boolean says(String checks, String name, String status) {
    return checks.contains("\"name\":\"%s\",\"status\":\"%s\"".formatted(name, status));
  }
}
