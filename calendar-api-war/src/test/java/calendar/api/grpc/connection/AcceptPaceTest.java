package calendar.api.grpc.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptPaceTest {
  private final AtomicBoolean tooMany = new AtomicBoolean();
  private final EmbeddedChannel listening = new EmbeddedChannel(new AcceptPace(tooMany::get));

  @BeforeEach
  void stopTheClock() {
    listening.freezeTime();
  }

  @Test
  void pausesOneMillisecondAfterAConnection() {
    listening.writeInbound("a connection");

    assertThat(listening.<String>readInbound()).isEqualTo("a connection");
    assertThat(listens()).isFalse();
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isTrue();
  }

  @Test
  void pausesOneMillisecondForEachConnection() {
    listening.writeInbound("one", "two", "three");

    listening.advanceTimeBy(2, MILLISECONDS);
    assertThat(listens()).isFalse();
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isTrue();
    assertThat(listening.inboundMessages()).hasSize(3);
  }

  @Test
  void countsConnectionsSinceTheLastPause() {
    listening.writeInbound("one", "two", "three");
    listening.advanceTimeBy(3, MILLISECONDS);
    listening.runScheduledPendingTasks();
    listening.writeInbound("four");

    listening.advanceTimeBy(1, MILLISECONDS);

    assertThat(listens()).isTrue();
  }

  @Test
  void pausesASecondAfterAFailure() {
    fail(new IOException("Too many open files"));

    listening.advanceTimeBy(999, MILLISECONDS);
    assertThat(listens()).isFalse();
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isTrue();
  }

  @Test
  void keepsTheLongPauseAfterAcceptedConnections() {
    listening.writeOneInbound("one");
    fail(new IOException("Too many open files"));

    listening.advanceTimeBy(999, MILLISECONDS);
    assertThat(listens()).isFalse();
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isTrue();
  }

  @Test
  void pausesWhileTheLimitIsExceeded() {
    tooMany.set(true);
    listening.writeInbound("a connection");

    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isFalse();
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isFalse();

    tooMany.set(false);
    listening.advanceTimeBy(1, MILLISECONDS);
    assertThat(listens()).isTrue();
  }

  @Test
  void doesNotPauseWithoutConnections() {
    listening.pipeline().fireChannelReadComplete();

    assertThat(listening.config().isAutoRead()).isTrue();
  }

  /** Does what Netty does if a connection cannot be accepted. */
  private void fail(IOException failure) {
    listening.pipeline().fireChannelReadComplete().fireExceptionCaught(failure);
    assertThatThrownBy(listening::checkException).isSameAs(failure);
  }

  private boolean listens() {
    listening.runScheduledPendingTasks();
    return listening.config().isAutoRead();
  }
}
