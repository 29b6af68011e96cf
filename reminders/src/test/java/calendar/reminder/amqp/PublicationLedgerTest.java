package calendar.reminder.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PublicationLedgerTest {
  private static final Duration NO_TIME = Duration.ZERO;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final PublicationLedger ledger = new PublicationLedger();
  private final Publication tea = sent(1, "tea");
  private final Publication cake = sent(2, "cake");
  private final Publication milk = sent(3, "milk");

  private Publication sent(long number, String id) {
    Publication publication =
        new Publication("", "", Publication.persistent().messageId(id).build(), new byte[0]);
    ledger.sending(number, publication);
    return publication;
  }

  @Test
  void acknowledgedOnesAreTaken() throws InterruptedException {
    ledger.acknowledged(2, false);
    assertThat(ledger.taken()).containsExactly(cake);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isFalse();

    ledger.acknowledged(3, true);
    assertThat(ledger.taken()).containsExactlyInAnyOrder(tea, cake, milk);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isTrue();
  }

  @Test
  void rabbitMqReturnsAndThenAcknowledges() {
    ledger.returned("cake");
    ledger.acknowledged(3, true);

    assertThat(ledger.taken()).containsExactly(tea, milk);
  }

  @Test
  void qpidRefusesAndThenReturns() throws InterruptedException {
    ledger.refused(2, false);
    ledger.returned("cake");
    ledger.acknowledged(1, false);
    ledger.acknowledged(3, false);

    assertThat(ledger.taken()).containsExactly(tea, milk);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isTrue();
  }

  @Test
  void refusedOnesAreNotTakenThoughAllUpToALaterOneAreAcknowledged() {
    ledger.refused(1, false);
    ledger.acknowledged(3, true);

    assertThat(ledger.taken()).containsExactly(cake, milk);
  }

  @Test
  void aBreakEndsTheWaitAndKeepsWhatWasAcknowledged() {
    CompletableFuture<Boolean> all =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return ledger.awaitFewerThan(1, LONG);
              } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
              }
            });
    ledger.acknowledged(1, false);

    ledger.broken();

    assertThat(all.join()).isFalse();
    assertThat(ledger.taken()).containsExactly(tea);
  }
}
