package calendar.api.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the number of open connections below a limit. Belongs to one listening channel. Any thread
 * may call its public methods.
 *
 * <p>A connection is a newcomer until it has sent its HTTP/2 settings, for 10 s at most. When the
 * limit is reached, the oldest newcomer is closed in favour of the next connection, so that idle
 * strangers do not keep clients out. A connection that has sent its settings is never closed here:
 * if there are only such, the next one is refused. It is accepted first, because one that is not
 * would wait in the system's queue, in front of all others.
 *
 * <p>The server's own connections, by which it checks itself, do not count.
 */
public final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  /** How long a connection may take to send its HTTP/2 settings. Clients send them at once. */
  static final Duration SETTINGS_LIMIT = Duration.ofSeconds(10);

  private final ConnectionBudget budget;
  private final OwnConnections own;
  private final int most;
  private final Losses losses = new Losses();
  private final PendingConnections newcomers = new PendingConnections();
  private final AtomicInteger open = new AtomicInteger();

  public ConnectionLimit(ConnectionBudget budget, OwnConnections own) {
    this.budget = budget;
    this.own = own;
    this.most = budget.connections();
  }

  /** How many connections are open. */
  public int open() {
    return open.get();
  }

  /** How many connections may be open. */
  public int most() {
    return most;
  }

  /** Whether more are open than may be: those that were to make room have not closed yet. */
  public boolean exceeded() {
    return open.get() > most;
  }

  ConnectionBudget budget() {
    return budget;
  }

  Losses losses() {
    return losses;
  }

  @Override
  public void channelRead(ChannelHandlerContext listening, Object accepted) {
    Channel connection = (Channel) accepted;
    switch (own.purpose(connection.remoteAddress())) {
      case CLIENT -> take(listening, connection);
      case CHECK -> listening.fireChannelRead(connection);
      case REHEARSE_ADMISSION -> admit(listening, connection);
      case REHEARSE_REFUSAL -> refuse(connection);
      case REHEARSE_DISPLACEMENT -> {
        PendingConnection newcomer = admit(listening, connection);
        newcomers.remove(newcomer);
        newcomer.close();
      }
    }
  }

  /** Not passed on: Netty would log each one with its stack trace. */
  @Override
  public void exceptionCaught(ChannelHandlerContext listening, Throwable failure) {
    losses.add(Loss.NOT_ACCEPTED, failure);
  }

  private void take(ChannelHandlerContext listening, Channel connection) {
    if (open.get() >= most) {
      PendingConnection displaced = newcomers.removeOldest();
      if (displaced == null) {
        losses.add(Loss.REFUSED, connection.remoteAddress());
        refuse(connection);
        return;
      }
      losses.add(Loss.DISPLACED, displaced.peer());
      displaced.close();
    }
    admit(listening, connection);
  }

  private PendingConnection admit(ChannelHandlerContext listening, Channel connection) {
    PendingConnection newcomer = new PendingConnection(connection, newcomers, losses);
    open.incrementAndGet();
    newcomers.add(newcomer);
    connection.pipeline().addLast(newcomer);
    connection
        .closeFuture()
        .addListener(
            closed -> {
              newcomers.remove(newcomer);
              open.decrementAndGet();
            });
    listening.fireChannelRead(connection);
    return newcomer;
  }

  /** It has no thread yet that could close it. */
  private static void refuse(Channel connection) {
    connection.unsafe().closeForcibly();
  }
}
