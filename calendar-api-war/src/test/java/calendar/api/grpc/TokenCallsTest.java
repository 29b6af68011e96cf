package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.LogCapture;
import calendar.api.call.report.CallLog;
import calendar.api.identity.TestIssuer;
import calendar.api.identity.key.KeyStore;
import calendar.v1.CreateEventRequest;
import calendar.v1.GetEventRequest;
import com.nimbusds.jose.jwk.JWK;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls with tokens, while the issuer works, is slow, is down, or changes its keys. */
class TokenCallsTest extends OnTokenServer {
  private static final int CALLERS = 4;
  private static final int ROTATIONS = 5;
  private static final int CALLS_BETWEEN = 200;

  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void stopCallers() {
    callers.shutdownNow();
  }

  private Status.Code get(String token) {
    return refused(() -> as(token).withDeadlineAfter(30, TimeUnit.SECONDS).getEvent(someEvent()))
        .getStatus()
        .getCode();
  }

  @Test
  void booksOnlyForTheSubject() {
    String token = tokens.issuer.token("ann");

    as(token).createEvent(CreateEventRequest.newBuilder().setEvent(event("ann", 60, 120)).build());

    assertThat(
            refused(
                    () ->
                        as(token)
                            .createEvent(
                                CreateEventRequest.newBuilder()
                                    .setEvent(event("bob", 60, 120))
                                    .build()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void refusesStrangersBeforeReading() {
    assertThat(
            refused(
                    () ->
                        as(tokens.issuer.token("bob"))
                            .getEvent(
                                GetEventRequest.newBuilder()
                                    .setOwnerId("ann")
                                    .setId(someEvent().getId())
                                    .build()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);

    assertThat(reads).hasValue(0);
  }

  @Test
  void logsTheSubject() {
    try (LogCapture log = LogCapture.of(CallLog.class)) {
      get(tokens.issuer.token("ann"));

      assertThat(log.entries())
          .extracting(LogRecord::getMessage)
          .singleElement()
          .asString()
          .contains(" subject=ann: ");
    }
  }

  @Test
  void losesNoCallWhileKeysChange() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicBoolean isOver = new AtomicBoolean();
    List<TestIssuer> issuers = new ArrayList<>(List.of(tokens.issuer));
    TestIssuer[] current = {tokens.issuer};
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String subject = "caller " + i;
      running.add(
          CompletableFuture.runAsync(
              () -> {
                while (!isOver.get()) {
                  String token;
                  synchronized (current) {
                    // A claim that differs, so that each token is new to the server.
                    token = current[0].token(subject, Map.of("jti", calls.get()));
                  }
                  as(token)
                      .createEvent(
                          CreateEventRequest.newBuilder()
                              .setEvent(slot(subject, calls.incrementAndGet()))
                              .build());
                }
              },
              callers));
    }
    for (int rotation = 2; rotation < ROTATIONS + 2; rotation++) {
      awaitCalls(calls, calls.get() + CALLS_BETWEEN, running);
      tokens.clock.moveBy(KeyStore.UNKNOWN_KEY_PERIOD);
      TestIssuer next = new TestIssuer(tokens.clock, "k" + rotation);
      issuers.add(next);
      tokens.server.publish(published(issuers));
      synchronized (current) {
        current[0] = next;
      }
    }
    awaitCalls(calls, calls.get() + CALLS_BETWEEN, running);
    isOver.set(true);

    CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).get(30, TimeUnit.SECONDS);
    assertThat(tokens.server.fetches()).isEqualTo(1 + ROTATIONS);
  }

  private static calendar.v1.Event slot(String owner, long minute) {
    return event(owner, 60 * minute, 60 * minute + 60);
  }

  private static void awaitCalls(
      AtomicInteger calls, int count, List<CompletableFuture<Void>> running) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                calls.get() >= count
                    || running.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
  }

  private static String published(List<TestIssuer> issuers) {
    List<JWK> keys = new ArrayList<>();
    issuers.forEach(issuer -> keys.addAll(issuer.keys()));
    return TestIssuer.jwks(keys);
  }

  @Test
  void servesKnownKeysWhileTheIssuerIsDown() {
    tokens.server.close();

    assertThat(get(tokens.issuer.token("ann"))).isEqualTo(Status.Code.NOT_FOUND);
    var refusal =
        refused(() -> as(new TestIssuer(tokens.clock, "k2").token("ann")).getEvent(someEvent()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(reason(refusal)).isEqualTo("ISSUER_UNAVAILABLE");
  }

  @Test
  void servesKnownKeysWhileTheIssuerIsSlow() throws Exception {
    TestIssuer next = new TestIssuer(tokens.clock, "k2");
    tokens.server.publish(published(List.of(tokens.issuer, next)));
    tokens.server.delay(2_000);

    CompletableFuture<Status.Code> waiting =
        CompletableFuture.supplyAsync(() -> get(next.token("ann")), callers);
    org.awaitility.Awaitility.await().until(() -> tokens.server.fetches() == 2);
    for (int i = 0; i < 50; i++) {
      assertThat(get(tokens.issuer.token("ann", Map.of("jti", i))))
          .isEqualTo(Status.Code.NOT_FOUND);
    }

    assertThat(waiting).isNotDone();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void fetchesOnceForAStormOfUnknownKeys() throws Exception {
    TestIssuer stranger = new TestIssuer(tokens.clock, "x");
    List<CompletableFuture<Status.Code>> storm = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, Object> header = stranger.header();
      header.put("kid", "x" + i);
      String token = stranger.sign(header, stranger.claims("ann"));
      storm.add(CompletableFuture.supplyAsync(() -> get(token), callers));
    }

    for (CompletableFuture<Status.Code> call : storm) {
      assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(Status.Code.UNAUTHENTICATED);
    }
    assertThat(tokens.server.fetches()).isEqualTo(2);
  }

  @Test
  void cancelsCallsThatWaitForAKey() {
    tokens.server.delay(3_000);
    String token = new TestIssuer(tokens.clock, "k2").token("ann");

    assertThatThrownBy(
            () -> as(token).withDeadlineAfter(300, TimeUnit.MILLISECONDS).getEvent(someEvent()))
        .hasMessageContaining("DEADLINE_EXCEEDED");

    assertThat(get(tokens.issuer.token("ann"))).isEqualTo(Status.Code.NOT_FOUND);
  }
}
