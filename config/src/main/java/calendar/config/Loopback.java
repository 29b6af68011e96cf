package calendar.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses stay on this machine. */
public final class Loopback {
  private Loopback() {}

  /**
   * Returns true if nobody on another machine can be meant. Resolves a name, which can take some
   * seconds.
   *
   * @param address an address, or a name: it counts only if all its addresses are loopback ones
   */
  public static boolean is(String address) {
    try {
      return Arrays.stream(InetAddress.getAllByName(address))
          .allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /**
   * Returns true if nobody on the way can read or change what is exchanged with this address: an
   * absolute URI with {@code https}, or with {@code http} and a loopback address. Login names in
   * the URI and fragments are not accepted.
   */
  public static boolean orHttps(String uri) {
    try {
      URI parsed = new URI(uri);
      String scheme = parsed.getScheme();
      String host = parsed.getHost();
      return scheme != null
          && host != null
          && parsed.getUserInfo() == null
          && parsed.getFragment() == null
          && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http") && is(host));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
