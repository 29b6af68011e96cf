package calendar.api.identity;

import calendar.config.CountedAddress;
import calendar.error.RateLimitedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Predicate;

/**
 * Limits how many calls a subject makes to this server, and how many refused tokens an address
 * sends. An address that has sent too many gets {@link RateLimitedException} for each token that is
 * not known, before any work on it. Safe for use by several threads.
 */
final class CallLimits {
  private final Rates<String> subjects;
  private final Rates<InetAddress> refusals;
  private final Predicate<InetAddress> isTrusted;

  /**
   * @param isTrusted proxies, which pass on the tokens of many callers: no refused token counts
   *     against them
   */
  CallLimits(
      Rates<String> subjects, Rates<InetAddress> refusals, Predicate<InetAddress> isTrusted) {
    this.subjects = subjects;
    this.refusals = refusals;
    this.isTrusted = isTrusted;
  }

  /**
   * Counts a call.
   *
   * @throws RateLimitedException if it is one too many
   */
  void count(String subject) {
    subjects.take(subject);
  }

  /**
   * Counts a refused token.
   *
   * @throws RateLimitedException if it is one too many, instead of the reason for the refusal
   */
  void countRefusal(SocketAddress peer) {
    if (isLimited(peer)) {
      refusals.take(address(peer));
    }
  }

  /**
   * Counts nothing.
   *
   * @throws RateLimitedException if the address has sent too many refused tokens
   */
  void requireFewRefusals(SocketAddress peer) {
    if (isLimited(peer)) {
      refusals.require(address(peer));
    }
  }

  private boolean isLimited(SocketAddress peer) {
    return peer instanceof InetSocketAddress client && !isTrusted.test(client.getAddress());
  }

  /** Without what a client has thousands of: ports, and addresses of its IPv6 network. */
  private static InetAddress address(SocketAddress peer) {
    return CountedAddress.of((InetSocketAddress) peer);
  }
}
