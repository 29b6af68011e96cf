package calendar.api.call;

import calendar.access.Identity;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The client that makes a call.
 *
 * @param peer the address of its connection
 * @param identity who the client has proved to be; empty if the server asks nobody. It completes
 *     later if the issuer's keys must be fetched, and fails with a {@link
 *     calendar.error.CalendarException} if the client could not prove it
 */
public record Caller(SocketAddress peer, CompletableFuture<Optional<Identity>> identity) {
  private static final CompletableFuture<Optional<Identity>> ANONYMOUS =
      CompletableFuture.completedFuture(Optional.empty());

  /** A client of a server that asks nobody who they are. */
  public static Caller anonymous(SocketAddress peer) {
    return new Caller(peer, ANONYMOUS);
  }

  /** Who the client has proved to be so far. Empty if that is not known, or nobody asks. */
  public String subject() {
    return identity.isDone() && !identity.isCompletedExceptionally()
        ? identity.join().map(Identity::subject).orElse("")
        : "";
  }
}
