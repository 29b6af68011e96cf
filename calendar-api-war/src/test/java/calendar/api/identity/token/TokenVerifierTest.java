package calendar.api.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.access.Identity;
import calendar.api.identity.TestIssuer;
import calendar.api.identity.key.IssuerKeys;
import calendar.api.identity.key.KeyStore;
import calendar.error.IssuerUnavailableException;
import calendar.error.UnauthenticatedException;
import calendar.time.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenVerifierTest {
  private static final Runnable NOTHING = () -> {};

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T12:00:00Z"));
  private final TestIssuer issuer = new TestIssuer(clock, "k1");
  private final List<Runnable> waiting = new ArrayList<>();
  private String published = issuer.jwks();
  private boolean issuerIsDown;
  private boolean fetchesWait;
  private int fetches;
  private final KeyStore keys = new KeyStore(this::fetch, this::execute, clock);
  private final TokenVerifier verifier =
      new TokenVerifier(
          keys,
          new ClaimRules(
              new TokenSettings(
                  TestIssuer.NAME,
                  TestIssuer.AUDIENCE,
                  URI.create("https://issuer.example/keys"),
                  "sub",
                  "groups",
                  "calendar.admin")),
          clock);

  private IssuerKeys fetch() throws IOException {
    fetches++;
    if (issuerIsDown) {
      throw new IOException("down");
    }
    return IssuerKeys.parse(published);
  }

  private void execute(Runnable fetch) {
    if (fetchesWait) {
      waiting.add(fetch);
    } else {
      fetch.run();
    }
  }

  @BeforeEach
  void fetchKeys() {
    keys.fetchIfDue();
  }

  private Identity identity(String token) {
    return verifier.verify(token, NOTHING).join().orElseThrow();
  }

  @Test
  void knowsCallersByEveryAlgorithm() {
    Map<String, Object> claims = issuer.claims("ann");

    assertThat(identity(issuer.token("ann"))).isEqualTo(new Identity("ann", Set.of(), false));
    assertThat(identity(issuer.signByEc(issuer.header("ES256", "ec"), claims)).subject())
        .isEqualTo("ann");
    assertThat(identity(issuer.signByEd(issuer.header("EdDSA", "ed"), claims)).subject())
        .isEqualTo("ann");
  }

  @Test
  void takesTheOnlyKeyForTokensWithoutKeyId() {
    Map<String, Object> header = issuer.header();
    header.remove("kid");

    assertThat(identity(issuer.sign(header, issuer.claims("ann"))).subject()).isEqualTo("ann");
  }

  @Test
  void readsGroups() {
    assertThat(identity(issuer.token("ann", Map.of("groups", List.of("a", "b", "")))).groups())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(identity(issuer.token("ann", Map.of("groups", "a b"))).groups())
        .containsExactly("a b");
  }

  @Test
  void readsTheAdminScope() {
    assertThat(identity(issuer.token("ann", Map.of("scope", "x calendar.admin"))).isAdmin())
        .isTrue();
    assertThat(identity(issuer.token("ann", Map.of("scp", List.of("calendar.admin")))).isAdmin())
        .isTrue();
    assertThat(identity(issuer.token("ann", Map.of("scope", "calendar.admins"))).isAdmin())
        .isFalse();
    assertThat(identity(issuer.token("ann", Map.of("scp", "calendar.admin"))).isAdmin()).isFalse();
    assertThat(identity(issuer.token("ann", Map.of("groups", "calendar.admin"))).isAdmin())
        .isFalse();
  }

  @Test
  void acceptsOneOfSeveralAudiences() {
    assertThat(identity(issuer.token("ann", Map.of("aud", List.of("x", "calendar")))).subject())
        .isEqualTo("ann");
  }

  @ParameterizedTest
  @CsvSource({"exp, -59", "nbf, 59"})
  void forgivesClocksThatDiffer(String claim, long seconds) {
    long time = clock.instant().plusSeconds(seconds).getEpochSecond();

    assertThat(identity(issuer.token("ann", Map.of(claim, time))).subject()).isEqualTo("ann");
  }

  @Test
  void checksTheSignatureOnce() {
    String token = issuer.token("ann");
    List<String> checks = new ArrayList<>();

    CompletableFuture<Optional<Identity>> first = verifier.verify(token, () -> checks.add("work"));
    CompletableFuture<Optional<Identity>> second = verifier.verify(token, () -> checks.add("work"));

    assertThat(second).isSameAs(first);
    assertThat(checks).hasSize(1);
  }

  @Test
  void forgetsExpiredTokens() {
    String token = issuer.token("ann");
    identity(token);

    clock.moveBy(Duration.ofSeconds(3_659));
    identity(token);
    clock.moveBy(Duration.ofSeconds(1));

    assertThatThrownBy(() -> identity(token)).hasMessage("the token is expired");
  }

  @Test
  void forgetsTokensOfKeysThatAreGone() {
    String token = issuer.token("ann");
    identity(token);
    published = new TestIssuer(clock, "k2").jwks();

    clock.moveBy(KeyStore.PERIOD);
    keys.fetchIfDue();
    clock.moveBy(KeyStore.UNKNOWN_KEY_PERIOD);

    assertThatThrownBy(() -> identity(token))
        .isInstanceOf(UnauthenticatedException.class)
        .hasMessage("the token is signed with an unknown key");
  }

  @Test
  void remembersTokensWhileKeysStayTheSame() {
    String token = issuer.token("ann");
    CompletableFuture<Optional<Identity>> first = verifier.verify(token, NOTHING);

    clock.moveBy(KeyStore.PERIOD);
    keys.fetchIfDue();

    assertThat(fetches).isEqualTo(2);
    assertThat(verifier.verify(token, NOTHING)).isSameAs(first);
  }

  @Test
  void fetchesANewKeyWithoutBlocking() {
    TestIssuer next = new TestIssuer(clock, "k2");
    published = next.jwks();
    fetchesWait = true;

    CompletableFuture<Optional<Identity>> ann = verifier.verify(next.token("ann"), NOTHING);
    CompletableFuture<Optional<Identity>> bob = verifier.verify(next.token("bob"), NOTHING);
    assertThat(ann).isNotDone();
    assertThat(waiting).hasSize(1);
    waiting.get(0).run();

    assertThat(ann.join().orElseThrow().subject()).isEqualTo("ann");
    assertThat(bob.join().orElseThrow().subject()).isEqualTo("bob");
  }

  @Test
  void fetchesAgainIfTheKeyWasPublishedMeanwhile() {
    TestIssuer next = new TestIssuer(clock, "k2");
    clock.moveBy(KeyStore.PERIOD);
    fetchesWait = true;
    keys.fetchIfDue();

    CompletableFuture<Optional<Identity>> ann = verifier.verify(next.token("ann"), NOTHING);
    waiting.remove(0).run();
    assertThat(ann).isNotDone();
    published = next.jwks();
    waiting.remove(0).run();

    assertThat(ann.join().orElseThrow().subject()).isEqualTo("ann");
  }

  @Test
  void fetchesOnceForAStormOfUnknownKeys() {
    for (int i = 0; i < 1_000; i++) {
      Map<String, Object> header = issuer.header();
      header.put("kid", "k" + i);
      String token = issuer.sign(header, issuer.claims("ann"));
      assertThatThrownBy(() -> identity(token)).hasMessageContaining("unknown key");
    }
    assertThat(fetches).isEqualTo(2);

    clock.moveBy(KeyStore.UNKNOWN_KEY_PERIOD);
    assertThatThrownBy(() -> identity(new TestIssuer(clock, "x").token("ann")))
        .hasMessageContaining("unknown key");
    assertThat(fetches).isEqualTo(3);
  }

  @Test
  void goesOnWithoutTheIssuerForADay() {
    issuerIsDown = true;
    clock.moveBy(KeyStore.LONGEST_USE.minusSeconds(1));
    keys.fetchIfDue();
    assertThat(identity(issuer.token("ann")).subject()).isEqualTo("ann");

    clock.moveBy(Duration.ofSeconds(1));

    assertThat(keys.isReady()).isFalse();
    assertThatThrownBy(() -> identity(issuer.token("ann")))
        .isInstanceOf(IssuerUnavailableException.class);
  }

  @Test
  void cannotDecideAboutUnknownKeysWithoutTheIssuer() {
    issuerIsDown = true;

    assertThatThrownBy(() -> identity(new TestIssuer(clock, "k2").token("ann")))
        .isInstanceOf(IssuerUnavailableException.class);
  }

  @Test
  void knowsNobodyBeforeTheFirstKeys() {
    KeyStore empty = new KeyStore(this::fetch, task -> {}, clock);
    empty.fetchIfDue();
    TokenVerifier early = new TokenVerifier(empty, new ClaimRules(null), clock);

    assertThat(empty.isReady()).isFalse();
    assertThatThrownBy(() -> early.verify(issuer.token("ann"), NOTHING))
        .isInstanceOf(IssuerUnavailableException.class);
  }
}
