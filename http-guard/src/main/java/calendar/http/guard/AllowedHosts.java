package calendar.http.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts by which a browser may know this server: loopback names and addresses, and those of
 * {@code http.hosts}. Immutable.
 */
final class AllowedHosts {
  /** A host with an optional port (RFC 9110, 7.2): a name, an IPv4 address, or IPv6 in brackets. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\]@]+]|[^:\\[\\]/?#@]+)(:\\d*)?");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost\\.?|127(\\.\\d{1,3}){3}|\\[::1]|\\[(0{1,4}:){7}0{0,3}1]");

  private final Set<String> names;

  private AllowedHosts(Set<String> names) {
    this.names = names;
  }

  /**
   * @param list separated by commas, without ports
   */
  static AllowedHosts of(String list) {
    return new AllowedHosts(
        Arrays.stream(list.split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether a request for this host may be answered.
   *
   * @param authority a host with or without a port
   * @param ownAddress the address of the server that the connection was made to: a name that an
   *     attacker points at this server is not an address
   */
  boolean allow(String authority, String ownAddress) {
    return host(authority)
        .filter(
            host ->
                names.contains(host)
                    || LOOPBACK.matcher(host).matches()
                    || host.equals(inBrackets(ownAddress)))
        .isPresent();
  }

  /** Whether the host is one of {@code http.hosts}. */
  boolean isNamed(String authority) {
    return host(authority).filter(names::contains).isPresent();
  }

  private static Optional<String> host(String authority) {
    Matcher matcher = AUTHORITY.matcher(authority);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String inBrackets(String address) {
    return address.contains(":") ? "[" + address.replaceFirst("%.*", "") + "]" : address;
  }
}
