package calendar.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** By which address connections and refusals of one client are counted. */
public final class CountedAddress {
  /** The part of an IPv6 address that names a network. Its host may take any other 64 bits. */
  private static final int NETWORK_BYTES = 8;

  private CountedAddress() {}

  /**
   * The client's address without its port. For IPv6, the network /64 that it is in: one client has
   * all addresses of it. Neighbours on the same link share one, so theirs count one by one.
   */
  public static InetAddress of(InetSocketAddress peer) {
    InetAddress address = peer.getAddress();
    if (!(address instanceof Inet6Address) || address.isLinkLocalAddress()) {
      return address;
    }
    byte[] network = address.getAddress();
    Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
    try {
      return InetAddress.getByAddress(network);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an address", e);
    }
  }
}
