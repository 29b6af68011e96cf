package calendar.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.access.Identity;
import calendar.api.call.Authentication;
import calendar.api.identity.Attacks;
import calendar.api.identity.TestIssuer;
import calendar.api.identity.TestTokens;
import calendar.error.CalendarException;
import calendar.error.UnauthenticatedException;
import calendar.event.EventRules;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Values of {@code authorization}. The first byte of an input says what the rest is: a value as it
 * is, edits of a good value, or the header or the claims of a token that is signed rightly.
 */
public final class TokenTarget {
  private static final String SUBJECT = "ann";
  private static final SocketAddress PEER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  private static final TestTokens TOKENS = new TestTokens();
  private static final Authentication AUTHENTICATION = TOKENS.authentication();
  private static final String GOOD = "Bearer " + TOKENS.issuer.token(SUBJECT);
  private static final String CLAIMS = JSONObjectUtils.toJSONString(TOKENS.issuer.claims(SUBJECT));

  private TokenTarget() {}

  /** Called by Jazzer once. */
  public static void fuzzerInitialize() {
    TOKENS.fetchKeys();
    Costs.require(identify(GOOD).isPresent(), "the good token was refused");
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      byte[] rest = Arrays.copyOfRange(input, 1, input.length);
      Costs.check(() -> check(input[0], rest));
    }
  }

  private static void check(byte kind, byte[] rest) {
    switch (kind) {
      case 'h' -> checkHeader(new String(rest, UTF_8));
      case 'c' -> checkClaims(new String(rest, UTF_8));
      case 'e' -> requireAnn(identify(edited(rest)));
      default -> requireAnn(identify(new String(rest, ISO_8859_1)));
    }
  }

  private static void checkHeader(String header) {
    requireAnn(identify("Bearer " + TOKENS.issuer.signText(header, CLAIMS)));
  }

  private static void checkClaims(String claims) {
    identify("Bearer " + TOKENS.issuer.signText(TOKENS.issuer.header(), claims))
        .ifPresent(
            known ->
                Costs.require(
                    EventRules.isOwner(known.subject()) && claims.contains("exp"),
                    "accepted " + claims));
  }

  private static void requireAnn(Optional<Identity> identity) {
    identity.ifPresent(
        known ->
            Costs.require(
                known.subject().equals(SUBJECT) && !known.isAdmin(), "accepted " + known));
  }

  /**
   * Three bytes are one edit: where, and which character; an even place replaces, an odd inserts.
   */
  private static String edited(byte[] edits) {
    StringBuilder value = new StringBuilder(GOOD);
    for (int i = 0; i + 2 < edits.length; i += 3) {
      int number = (edits[i] & 0xff) << 8 | edits[i + 1] & 0xff;
      int place = (number >> 1) % value.length();
      char character = (char) (edits[i + 2] & 0xff);
      if (number % 2 == 0) {
        value.setCharAt(place, character);
      } else {
        value.insert(place, character);
      }
    }
    return value.toString();
  }

  /** Empty if the token is refused as the contract says. */
  private static Optional<Identity> identify(String value) {
    try {
      return AUTHENTICATION.identify(PEER, () -> List.of(value)).identity().join();
    } catch (UnauthenticatedException refused) {
      requireQuotesNothing(refused, value);
      return Optional.empty();
    } catch (CompletionException later) {
      if (later.getCause() instanceof UnauthenticatedException refused) {
        requireQuotesNothing(refused, value);
        return Optional.empty();
      }
      throw later;
    }
  }

  private static void requireQuotesNothing(CalendarException refused, String value) {
    for (String part : value.split("[. ]", -1)) {
      Costs.require(
          part.length() < 24 || !refused.getMessage().contains(part), "the refusal has the token");
    }
  }

  static List<byte[]> seeds() {
    TestIssuer issuer = TOKENS.issuer;
    List<byte[]> seeds = new ArrayList<>();
    Attacks.on(issuer, TOKENS.clock)
        .values()
        .forEach(attack -> attack.headers().forEach(value -> seeds.add(seed('v', value))));
    seeds.add(seed('e', ""));
    seeds.add(seed('e', "\0\u00c8a"));
    seeds.add(seed('h', JSONObjectUtils.toJSONString(issuer.header())));
    seeds.add(seed('h', "{\"alg\":\"none\",\"crit\":[\"b64\"],\"b64\":false,\"typ\":\"at+jwt\"}"));
    seeds.add(seed('h', "{\"alg\":\"RS256\",\"kid\":\"k1-rsa\",\"jwk\":{\"kty\":\"RSA\"}}"));
    seeds.add(seed('c', CLAIMS));
    seeds.add(
        seed(
            'c',
            CLAIMS.replace(
                "{",
                "{\"nbf\":1.5e9,\"groups\":[\"a\",\"\\ud83d\"],\"scope\":\"a b\",\"scp\":[1],")));
    return seeds;
  }

  private static byte[] seed(char kind, String text) {
    return (kind + text).getBytes(kind == 'v' || kind == 'e' ? ISO_8859_1 : UTF_8);
  }

  static void close() {
    TOKENS.close();
  }
}
