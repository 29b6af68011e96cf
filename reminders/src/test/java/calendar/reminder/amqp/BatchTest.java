package calendar.reminder.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.reminder.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which messages of a batch are acknowledged. The broker sends the others again. */
class BatchTest {
  private static final DeadLetters NEVER_REACHED = new DeadLetters(null);

  private final List<Long> acknowledged = new ArrayList<>();
  private final Arrival good = arrival(1);
  private final Arrival dead = arrival(2);

  @Test
  void keepsDeadLettersThatWereNotSetAside() throws Exception {
    new Batch(channel(), List.of(good, dead))
        .finish(
            messages -> Map.of(dead.message(), "poison"), NEVER_REACHED, new OnlyTheFirstStep());

    assertThat(acknowledged).containsExactly(good.tag());
  }

  @Test
  void keepsAllMessagesThatWereNotHandled() throws Exception {
    new Batch(channel(), List.of(good, dead))
        .finish(messages -> Map.of(), NEVER_REACHED, (channel, step) -> false);

    assertThat(acknowledged).isEmpty();
  }

  /** The handler succeeds. Then the consumer stops, or its channel closes. */
  private static final class OnlyTheFirstStep implements Batch.Insistence {
    private boolean done;

    @Override
    public boolean on(Channel channel, Runnable step) {
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

  /** Notes acknowledgements, and can do nothing else. */
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
