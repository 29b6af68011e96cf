package calendar.api.grpc.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Lets a thousand connections in within a second: up to 16 at once, as many as Netty accepts
 * together, and then none for as many milliseconds. To begin one takes the network's threads as
 * long as several calls, so who opens many at once would hold up everybody. Those that are not let
 * in yet wait where the system keeps them, whoever they are. So they do while more are open than
 * may be, because those that give way have not closed yet. When one cannot be let in, as where the
 * process has no file left to open, it tries again a second later. Belongs to one listening channel
 * and its thread.
 */
public final class AcceptPace extends ChannelInboundHandlerAdapter {
  private static final long MILLISECONDS_EACH = 1;
  private static final long MILLISECONDS_AFTER_FAILURE = 1_000;

  private final BooleanSupplier tooMany;
  private int accepted;
  private Future<?> resuming = CompletableFuture.completedFuture(null);

  /**
   * @param tooMany whether more connections are open than may be
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
      rest(listening, accepted * MILLISECONDS_EACH);
    }
  }

  /** Comes after the end of the read. Netty would rest by itself, but not where somebody does. */
  @Override
  public void exceptionCaught(ChannelHandlerContext listening, Throwable failure) {
    rest(listening, MILLISECONDS_AFTER_FAILURE);
    listening.fireExceptionCaught(failure);
  }

  private void rest(ChannelHandlerContext listening, long milliseconds) {
    resuming.cancel(false);
    listening.channel().config().setAutoRead(false);
    resuming = listening.executor().schedule(() -> resume(listening), milliseconds, MILLISECONDS);
  }

  private void resume(ChannelHandlerContext listening) {
    if (tooMany.getAsBoolean()) {
      rest(listening, MILLISECONDS_EACH);
      return;
    }
    accepted = 0;
    listening.channel().config().setAutoRead(true);
  }
}
