package calendar.api.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the number of open connections below a limit. Belongs to one listening channel. Any thread
 * may call its public methods.
 *
 * <p>A connection is pending until it has sent its HTTP/2 settings, for at most 10 s. When the
 * limit is reached, the oldest pending connection is closed to make room for the next one, so idle
 * connections do not keep clients out. A connection that has sent its settings is never closed
 * here: if there are only such connections, the next one is refused. It is accepted before that,
 * because otherwise it would wait in the system's queue and block the connections behind it.
 *
 * <p>An address that has too many open connections gets no other one, see {@link AddressLimit}.
 *
 * <p>The server's own connections, by which it checks itself, do not count.
 */
public final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  /** How long a connection may take to send its HTTP/2 settings. Clients send them at once. */
  static final Duration SETTINGS_LIMIT = Duration.ofSeconds(10);

  private final ConnectionBudget budget;
  private final OwnConnections own;
  private final AddressLimit addresses;
  private final int most;
  private final Losses losses = new Losses();
  private final PendingConnections pending = new PendingConnections();
  private final AtomicInteger open = new AtomicInteger();

  public ConnectionLimit(ConnectionBudget budget, OwnConnections own) {
    this(budget, own, AddressLimit.NONE);
  }

  /**
   * @param addresses limits the connections from one address besides
   */
  public ConnectionLimit(ConnectionBudget budget, OwnConnections own, AddressLimit addresses) {
    this.budget = budget;
    this.own = own;
    this.addresses = addresses;
    this.most = budget.connections();
  }

  /** The number of open connections. */
  public int open() {
    return open.get();
  }

  /** The most connections that may be open. */
  public int most() {
    return most;
  }

  /** Returns true if more are open than allowed, because closed ones have not gone yet. */
  public boolean exceeded() {
    return open.get() > most;
  }

  ConnectionBudget budget() {
    return budget;
  }

  AddressLimit addresses() {
    return addresses;
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
        PendingConnection displaced = admit(listening, connection);
        pending.remove(displaced);
        displaced.close();
      }
    }
  }

  /** Does not pass it on: Netty would log each failure with its stack trace. */
  @Override
  public void exceptionCaught(ChannelHandlerContext listening, Throwable failure) {
    losses.add(Loss.NOT_ACCEPTED, failure);
  }

  private void take(ChannelHandlerContext listening, Channel connection) {
    SocketAddress peer = connection.remoteAddress();
    if (!addresses.add(peer)) {
      losses.add(Loss.ADDRESS_LIMIT, peer);
      refuse(connection);
      return;
    }
    if (open.get() >= most) {
      PendingConnection displaced = pending.removeOldest();
      if (displaced == null) {
        losses.add(Loss.REFUSED, peer);
        refuse(connection);
        addresses.remove(peer);
        return;
      }
      losses.add(Loss.DISPLACED, displaced.peer());
      displaced.close();
    }
    connection.closeFuture().addListener(closed -> addresses.remove(peer));
    admit(listening, connection);
  }

  private PendingConnection admit(ChannelHandlerContext listening, Channel connection) {
    PendingConnection accepted = new PendingConnection(connection, pending, losses);
    open.incrementAndGet();
    pending.add(accepted);
    connection.pipeline().addLast(accepted);
    connection
        .closeFuture()
        .addListener(
            closed -> {
              pending.remove(accepted);
              open.decrementAndGet();
            });
    listening.fireChannelRead(connection);
    return accepted;
  }

  /** Closes the connection on this thread: it has not been given to another one yet. */
  private static void refuse(Channel connection) {
    connection.unsafe().closeForcibly();
  }
}
