package calendar.faults.security;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.bench.steady.SteadyCount;
import calendar.bench.steady.SteadyLoad;
import calendar.bench.steady.SteadyTarget;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Roles, keys and certificates change while callers call. */
class SecurityUnderLoadIT {
  /** Each batch of rounds takes some twelve seconds. */
  private static final int ROUNDS = Integer.getInteger("calendar.revoking.rounds", 20);

  private static final int ROUNDS_AT_A_TIME = 20;

  /** At least one renewal is made, which takes up to twenty seconds. */
  private static final int RENEWAL_SECONDS = Integer.getInteger("calendar.renewals.seconds", 10);

  /** Two processors have to make the calls and answer them, besides other tests. */
  private static final int CALLS_PER_SECOND =
      Integer.getInteger("calendar.renewals.calls_per_second", 200);

  private static final int FIRST_CALLS = 1_000;
  private static final Duration LIFETIME = Duration.ofHours(1);

  @TempDir private static Path folder;
  private static SecureServers servers;

  @BeforeAll
  static void start() throws Exception {
    servers = new SecureServers(folder);
  }

  @AfterAll
  static void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  @Timeout(value = 20, unit = MINUTES)
  void revokedRolesEndWithinFiveSeconds() throws Exception {
    ManagedChannel first = servers.connectToFirst();
    ManagedChannel second = servers.connectToSecond();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Revocation> rounds = new ArrayList<>();
      while (rounds.size() < ROUNDS) {
        int batch = Math.min(ROUNDS_AT_A_TIME, ROUNDS - rounds.size());
        List<Revocation> begun = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
          begun.add(revocation(first, second));
        }
        run(begun, threads);
        rounds.addAll(begun);
      }

      Duration greatestAge =
          rounds.stream().map(Revocation::greatestAge).max(Duration::compareTo).orElseThrow();
      List<Grantee> grantees = rounds.stream().flatMap(round -> round.grantees().stream()).toList();
      System.out.printf(
          "%d revocations: %d calls allowed, %d refused; the last call that was allowed began %d ms"
              + " after its revocation%n",
          rounds.size(),
          grantees.stream().mapToLong(Grantee::allowed).sum(),
          grantees.stream().mapToLong(Grantee::refused).sum(),
          greatestAge.toMillis());
      assertThat(greatestAge).isLessThan(Revocation.LIMIT);
      assertThat(grantees).allMatch(grantee -> grantee.otherAnswer().isEmpty());
    } finally {
      threads.shutdownNow();
      first.shutdownNow();
      second.shutdownNow();
    }
  }

  /** Of a new owner and a new subject, who calls three times at once. */
  private static Revocation revocation(ManagedChannel first, ManagedChannel second) {
    String id = UUID.randomUUID().toString();
    String owner = "owner-" + id;
    String subject = "subject-" + id;
    return new Revocation(
        owner,
        subject,
        as(owner, first),
        List.of(
            new Grantee(as(subject, first), owner),
            new Grantee(as(subject, second), owner),
            new Grantee(as(subject, second), owner)));
  }

  private static void run(List<Revocation> rounds, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    rounds.forEach(round -> round.grantees().forEach(threads::execute));
    try {
      for (Future<?> round : rounds.stream().map(threads::submit).toList()) {
        round.get();
      }
    } finally {
      rounds.forEach(round -> round.grantees().forEach(Grantee::stop));
    }
  }

  private static CalendarServiceBlockingStub as(String subject, ManagedChannel server) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + servers.issuer().token(subject, List.of("staff"), LIFETIME));
    return CalendarServiceGrpc.newBlockingStub(server)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Test
  @Timeout(value = 20, unit = MINUTES)
  void renewalsFailNoCall() throws Exception {
    SteadyTarget target = servers.target();
    SteadyTokens callers = new SteadyTokens(servers.issuer());
    warmUp(target, callers);
    try (SteadyLoad load = SteadyLoad.start(target, callers, CALLS_PER_SECOND)) {
      KeyRotation rotation = KeyRotation.start(servers.issuer());
      int renewals = 0;
      String certificate;
      do {
        certificate = servers.renewCertificate();
        renewals++;
      } while (load.count().seconds() < RENEWAL_SECONDS);
      int rotations = rotation.stop();
      SteadyCount count = load.stop();

      System.out.printf("%d certificates and %d keys renewed: %s%n", renewals, rotations, count);
      assertThat(count.failures()).isEmpty();
      assertThat(count.newConnections()).isGreaterThan(count.calls() / 10);
      String shown = certificate.replaceAll("\\s", "");
      // The HTTP port takes a moment after its line.
      for (int port : List.of(target.grpc().port(), target.https().orElseThrow().getPort())) {
        await().atMost(Duration.ofSeconds(30)).until(() -> shown.contains(shownTo(port)));
      }
    }
  }

  /** A server that has just started compiles its code, and refuses what is too much meanwhile. */
  private static void warmUp(SteadyTarget target, SteadyTokens callers) throws Exception {
    try (SteadyLoad load = SteadyLoad.start(target, callers, CALLS_PER_SECOND / 2)) {
      await().atMost(Duration.ofMinutes(1)).until(() -> load.count().calls() >= FIRST_CALLS);
      load.stop();
    }
  }

  private static String shownTo(int port) {
    return ShownCertificate.of("127.0.0.1", port, servers.target().authority());
  }
}
