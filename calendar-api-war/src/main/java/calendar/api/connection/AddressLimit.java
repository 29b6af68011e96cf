package calendar.api.connection;

import calendar.config.AddressRange;
import calendar.config.CountedAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the number of open connections from one address below a limit, so that no client takes the
 * places of the others. For IPv6, a network /64 is one address. Safe for use by several threads.
 */
public final class AddressLimit {
  /** Allows any number. */
  public static final AddressLimit NONE = new AddressLimit(0, List.of());

  private final int most;
  private final List<AddressRange> exempt;
  private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

  /**
   * @param most connections from one address; 0 for no limit
   * @param exempt proxies, which connect for many callers
   */
  public AddressLimit(int most, List<AddressRange> exempt) {
    this.most = most;
    this.exempt = List.copyOf(exempt);
  }

  int most() {
    return most;
  }

  /** Counts a connection. Returns false, and does not count it, if it is one too many. */
  boolean add(SocketAddress peer) {
    if (!isLimited(peer)) {
      return true;
    }
    boolean[] added = {false};
    open.compute(
        address(peer),
        (address, count) -> {
          int before = count == null ? 0 : count;
          added[0] = before < most;
          return added[0] ? Integer.valueOf(before + 1) : count;
        });
    return added[0];
  }

  /** Counts a connection off that {@link #add} counted. */
  void remove(SocketAddress peer) {
    if (isLimited(peer)) {
      open.computeIfPresent(
          address(peer), (address, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }
  }

  private boolean isLimited(SocketAddress peer) {
    return most > 0
        && peer instanceof InetSocketAddress
        && exempt.stream()
            .noneMatch(range -> range.contains(((InetSocketAddress) peer).getAddress()));
  }

  private static InetAddress address(SocketAddress peer) {
    return CountedAddress.of((InetSocketAddress) peer);
  }
}
