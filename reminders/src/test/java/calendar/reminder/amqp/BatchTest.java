package calendar.reminder.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.reminder.messaging.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which messages of a batch are acknowledged. The broker delivers the others again. */
class BatchTest {
  private static final DeadLetters NEVER_USED = new DeadLetters(null);

  private final List<Long> acknowledged = new ArrayList<>();
  private final Arrival good = arrival(1);
  private final Arrival dead = arrival(2);

  @Test
  void acknowledgesNoUnpublishedDeadLetter() throws Exception {
    new Batch(channel(), List.of(good, dead))
        .finish(
            messages -> Map.of(dead.message(), "poison"), NEVER_USED, new OnlyFirstStepSucceeds());

    assertThat(acknowledged).containsExactly(good.tag());
  }

  @Test
  void acknowledgesNothingThatWasNotHandled() throws Exception {
    new Batch(channel(), List.of(good, dead))
        .finish(messages -> Map.of(), NEVER_USED, (channel, step) -> false);

    assertThat(acknowledged).isEmpty();
  }

  /** The handler succeeds. Then the consumer is stopped, or its channel closes. */
  private static final class OnlyFirstStepSucceeds implements Batch.RetryingStep {
    private boolean done;

    @Override
    public boolean retryUntilDone(Channel channel, Runnable step) {
      if (done) {
        return false;
      }
      step.run();
      done = true;
      return true;
    }
  }

  private static Arrival arrival(long tag) {
    return new Arrival(
        tag, new BasicProperties(), new QueuedMessage(("message " + tag).getBytes(UTF_8)));
  }

  /** Records acknowledgements and supports nothing else. */
  private Channel channel() {
    return (Channel)
        Proxy.newProxyInstance(
            Channel.class.getClassLoader(),
            new Class<?>[] {Channel.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("basicAck");
              acknowledged.add((Long) arguments[0]);
              return null;
            });
  }
}
