package calendar.api.call;

import java.net.SocketAddress;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds out who makes a call, and whether they make too many. Both run on a network thread before
 * the request is parsed, and do not block: if that needs a look-up, {@link Caller#identity}
 * completes later. Safe for use by several threads.
 */
public interface Authentication {
  /** Of a server that asks no caller who they are. */
  Authentication NONE =
      new Authentication() {
        @Override
        public Caller identify(SocketAddress peer, Supplier<List<String>> credentials) {
          return Caller.anonymous(peer);
        }

        @Override
        public Caller count(Caller caller) {
          return caller;
        }
      };

  /**
   * The first step: returns the caller.
   *
   * @param credentials the values of the call's header {@code authorization}, in the words of HTTP
   * @throws calendar.error.UnauthenticatedException if the caller does not prove who they are
   * @throws calendar.error.RateLimitedException if the caller has failed to prove it too often
   * @throws calendar.error.IssuerUnavailableException if it cannot be decided now
   */
  Caller identify(SocketAddress peer, Supplier<List<String>> credentials);

  /**
   * The second step: counts the call.
   *
   * @return the caller with whom the call goes on. The identity fails with the exception below if
   *     it is not known yet
   * @throws calendar.error.RateLimitedException if the caller makes too many calls
   */
  Caller count(Caller caller);
}
