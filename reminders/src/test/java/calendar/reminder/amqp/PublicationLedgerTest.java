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
  void confirmsAcknowledgedMessages() throws InterruptedException {
    ledger.acknowledged(2, false);
    assertThat(ledger.confirmed()).containsExactly(cake);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isFalse();

    ledger.acknowledged(3, true);
    assertThat(ledger.confirmed()).containsExactlyInAnyOrder(tea, cake, milk);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isTrue();
  }

  /** RabbitMQ returns an unroutable message, and then acknowledges it. */
  @Test
  void doesNotConfirmReturnedThenAcknowledged() {
    ledger.returned("cake");
    ledger.acknowledged(3, true);

    assertThat(ledger.confirmed()).containsExactly(tea, milk);
  }

  /** Qpid rejects an unroutable message, and then returns it. */
  @Test
  void doesNotConfirmRejectedThenReturned() throws InterruptedException {
    ledger.rejected(2, false);
    ledger.returned("cake");
    ledger.acknowledged(1, false);
    ledger.acknowledged(3, false);

    assertThat(ledger.confirmed()).containsExactly(tea, milk);
    assertThat(ledger.awaitFewerThan(1, NO_TIME)).isTrue();
  }

  @Test
  void doesNotConfirmRejectedByMultipleAcknowledgement() {
    ledger.rejected(1, false);
    ledger.acknowledged(3, true);

    assertThat(ledger.confirmed()).containsExactly(cake, milk);
  }

  @Test
  void breakEndsWaitAndKeepsConfirmedMessages() {
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
    assertThat(ledger.confirmed()).containsExactly(tea);
  }
}
