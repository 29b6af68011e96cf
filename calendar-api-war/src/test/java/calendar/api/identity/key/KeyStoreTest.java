package calendar.api.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import calendar.api.identity.TestIssuer;
import calendar.time.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class KeyStoreTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T12:00:00Z"));
  private final String published = new TestIssuer(clock, "k1").jwks();
  private boolean isDown;
  private int fetches;
  private final KeyStore store = new KeyStore(this::fetch, Runnable::run, clock);

  private IssuerKeys fetch() throws IOException {
    fetches++;
    if (isDown) {
      throw new IOException("refused\nby the host");
    }
    return IssuerKeys.parse(published);
  }

  private void fetchesAfter(Duration pause, int expected) {
    clock.moveBy(pause.minusMillis(1));
    store.fetchIfDue();
    assertThat(fetches).isEqualTo(expected - 1);
    clock.moveBy(Duration.ofMillis(1));
    store.fetchIfDue();
    assertThat(fetches).isEqualTo(expected);
  }

  @Test
  void fetchesEveryFewMinutes() {
    store.fetchIfDue();
    assertThat(fetches).isEqualTo(1);

    fetchesAfter(KeyStore.PERIOD, 2);
    fetchesAfter(KeyStore.PERIOD, 3);
  }

  @Test
  void retriesSoonWithoutKeys() {
    isDown = true;
    store.fetchIfDue();

    fetchesAfter(KeyStore.FIRST_RETRY_PERIOD, 2);
  }

  @Test
  void retriesSometimesWithKeys() {
    store.fetchIfDue();
    isDown = true;

    fetchesAfter(KeyStore.PERIOD, 2);
    fetchesAfter(KeyStore.RETRY_PERIOD, 3);
    assertThat(store.isReady()).isTrue();
  }

  @Test
  void doesNotWaitForAClockThatWasSetBack() {
    store.fetchIfDue();
    store.afterUnknownKey();

    clock.moveBy(Duration.ofDays(-1));
    store.afterUnknownKey();

    assertThat(fetches).isEqualTo(3);
  }

  @Test
  void goesOnAfterABusyMoment() {
    KeyStore busy =
        new KeyStore(
            this::fetch,
            work -> {
              throw new RejectedExecutionException();
            },
            clock);

    busy.fetchIfDue();

    assertThat(busy.afterUnknownKey()).isCompleted();
    assertThat(busy.isFailing()).isTrue();
  }

  @Test
  void logsAnOutageOnce() {
    try (LogCapture log = LogCapture.of(KeyLog.class)) {
      store.fetchIfDue();
      isDown = true;
      for (int i = 0; i < 3; i++) {
        clock.moveBy(KeyStore.PERIOD);
        store.fetchIfDue();
      }
      isDown = false;
      clock.moveBy(KeyStore.PERIOD);
      store.fetchIfDue();

      assertThat(log.entries())
          .extracting(LogRecord::getMessage)
          .containsExactly(
              "Tokens are checked with 3 keys of the issuer",
              "auth.jwks_uri: cannot fetch the issuer's keys: refused\\u000aby the host. Tokens are"
                  + " checked with those of the last answer until 2026-12-01T12:00:00Z; trying"
                  + " again",
              "Tokens are checked with 3 keys of the issuer");
    }
  }
}
