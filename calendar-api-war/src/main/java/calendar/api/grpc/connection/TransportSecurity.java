package calendar.api.grpc.connection;

import io.netty.handler.ssl.SslContext;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which connections of a port speak TLS, and how.
 *
 * @param context for a connection that begins now; empty if the port has no TLS
 * @param isPlain which peers speak plain text nevertheless: the server itself, which checks its
 *     port without a certificate
 */
public record TransportSecurity(
    Optional<Supplier<SslContext>> context, Predicate<SocketAddress> isPlain) {
  /** A port without TLS. */
  public static final TransportSecurity NONE =
      new TransportSecurity(Optional.empty(), peer -> true);

  /** How the peer's connection begins. Empty if it speaks plain text. */
  Optional<SslContext> of(SocketAddress peer) {
    return isPlain.test(peer) ? Optional.empty() : context.map(Supplier::get);
  }
}
