package calendar.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which keys an API needs to check the tokens of its callers, and which ones need such an API. */
public final class TokenRules {
  /** The value of {@code auth.mode} of an API that asks no caller who they are. */
  public static final String OFF = "none";

  private static final List<Key> NEEDED =
      List.of(Key.AUTH_ISSUER, Key.AUTH_AUDIENCE, Key.AUTH_JWKS_URI);

  private TokenRules() {}

  /** A key, and why its value cannot be used. */
  public record Problem(Key key, String reason) {
    /** One line. */
    public String line() {
      return key.path() + ": " + reason;
    }
  }

  /**
   * The first thing that is missing or wrong. Empty if the keys fit together. Resolves the name in
   * {@code auth.jwks_uri} if it is not https, which can take some seconds.
   *
   * @param values the value of each key
   */
  public static Optional<Problem> problem(Function<Key, String> values) {
    if (values.apply(Key.AUTH_MODE).equals(OFF)) {
      return values.apply(Key.RATE_LIMIT_CALLS_PER_SECOND).equals("0")
          ? Optional.empty()
          : Optional.of(
              new Problem(
                  Key.RATE_LIMIT_CALLS_PER_SECOND,
                  "expected 0, because calls are counted by the callers' tokens and %s is %s, found %s"
                      .formatted(
                          Key.AUTH_MODE.path(),
                          OFF,
                          values.apply(Key.RATE_LIMIT_CALLS_PER_SECOND))));
    }
    for (Key key : NEEDED) {
      if (values.apply(key).isEmpty()) {
        return Optional.of(
            new Problem(
                key,
                "expected a text, because %s is %s, found nothing"
                    .formatted(Key.AUTH_MODE.path(), values.apply(Key.AUTH_MODE))));
      }
    }
    return source(values.apply(Key.AUTH_JWKS_URI), !values.apply(Key.AUTH_CA).isEmpty());
  }

  /**
   * @param verified whether a file says which authorities to trust there
   */
  private static Optional<Problem> source(String keys, boolean verified) {
    if (!Loopback.orHttps(keys)) {
      return Optional.of(
          new Problem(
              Key.AUTH_JWKS_URI,
              "expected a URI that begins with https://, or http:// and a loopback address, found \"%s\""
                  .formatted(keys)));
    }
    return verified && !keys.regionMatches(true, 0, "https:", 0, "https:".length())
        ? Optional.of(
            new Problem(
                Key.AUTH_JWKS_URI,
                "expected a URI that begins with https://, because %s is set, found \"%s\""
                    .formatted(Key.AUTH_CA.path(), keys)))
        : Optional.empty();
  }
}
