package calendar.api.grpc.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Limits the pace of new connections to about a thousand per second. It accepts up to 16 at once,
 * as many as Netty accepts together, and then pauses for one millisecond per connection. Starting a
 * connection costs as much as several calls, so a client that opens many would delay all others.
 * Meanwhile new connections wait in the operating system's queue. They also wait there while more
 * connections are open than allowed. If a connection cannot be accepted, because the process has no
 * free file descriptor, the next attempt is one second later. Belongs to one listening channel and
 * its thread.
 */
public final class AcceptPace extends ChannelInboundHandlerAdapter {
  private static final long MILLISECONDS_EACH = 1;
  private static final long MILLISECONDS_AFTER_FAILURE = 1_000;

  private final BooleanSupplier tooMany;
  private int accepted;
  private Future<?> resuming = CompletableFuture.completedFuture(null);

  /**
   * @param tooMany returns true if more connections are open than allowed
   */
  public AcceptPace(BooleanSupplier tooMany) {
    this.tooMany = tooMany;
  }

  @Override
  public void channelRead(ChannelHandlerContext listening, Object connection) {
    accepted++;
    listening.fireChannelRead(connection);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext listening) {
    listening.fireChannelReadComplete();
    if (accepted > 0) {
      pause(listening, accepted * MILLISECONDS_EACH);
    }
  }

  /** Runs after the end of the read. Netty's own pause is skipped while auto-read is off. */
  @Override
  public void exceptionCaught(ChannelHandlerContext listening, Throwable failure) {
    pause(listening, MILLISECONDS_AFTER_FAILURE);
    listening.fireExceptionCaught(failure);
  }

  private void pause(ChannelHandlerContext listening, long milliseconds) {
    resuming.cancel(false);
    listening.channel().config().setAutoRead(false);
    resuming = listening.executor().schedule(() -> resume(listening), milliseconds, MILLISECONDS);
  }

  private void resume(ChannelHandlerContext listening) {
    if (tooMany.getAsBoolean()) {
      pause(listening, MILLISECONDS_EACH);
      return;
    }
    accepted = 0;
    listening.channel().config().setAutoRead(true);
  }
}
