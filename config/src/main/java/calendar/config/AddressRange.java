package calendar.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address, or a network such as {@code 10.0.0.0/8}. Names are not accepted: what they mean
 * may change. Immutable.
 */
public final class AddressRange {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d{1,2})";

  /** What the JDK reads without asking a name server. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<address>%s(\\.%s){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/(?<bits>\\d{1,3}))?"
              .formatted(OCTET, OCTET));

  private final byte[] address;
  private final int bits;

  private AddressRange(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Reads one address or network. Empty if the text is neither. */
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.getByName(form.group("address")).getAddress();
      int all = address.length * Byte.SIZE;
      int bits = form.group("bits") == null ? all : Integer.parseInt(form.group("bits"));
      return bits > all ? Optional.empty() : Optional.of(new AddressRange(address, bits));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Reads the value of a key that holds addresses.
   *
   * @param value texts for {@link #parse}, separated by commas; empty for none
   * @throws IllegalArgumentException if a part is neither an address nor a network
   */
  public static List<AddressRange> list(String value) {
    return value.isBlank()
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(part -> parse(part.strip()).orElseThrow(() -> malformed(part)))
            .toList();
  }

  private static IllegalArgumentException malformed(String part) {
    return new IllegalArgumentException("expected an IP address or a network, found " + part);
  }

  /** Returns true if this is the address, or a network that the address is in. */
  public boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) {
      return false;
    }
    int shift = Byte.SIZE - bits % Byte.SIZE;
    return shift == Byte.SIZE || (bytes[whole] & 0xff) >> shift == (address[whole] & 0xff) >> shift;
  }
}
