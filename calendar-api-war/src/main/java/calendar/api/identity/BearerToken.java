package calendar.api.identity;

import calendar.error.UnauthenticatedException;
import java.util.List;

/** Reads the token from the header {@code authorization} (RFC 6750, 2.1). */
final class BearerToken {
  /** Longer ones are refused before anything reads them. */
  static final int MOST_CHARACTERS = 16 * 1024;

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * Returns the token, which has only the characters of a JWT.
   *
   * @param values all values of the header
   * @throws UnauthenticatedException unless there is exactly one, with the scheme Bearer
   */
  static String of(List<String> values) {
    if (values.isEmpty()) {
      throw new UnauthenticatedException(
          "a token is needed: send it as \"authorization: Bearer TOKEN\"");
    }
    if (values.size() > 1) {
      throw new UnauthenticatedException(
          "expected one token, found %d in \"authorization\"".formatted(values.size()));
    }
    String value = values.get(0);
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new UnauthenticatedException("expected the scheme Bearer in \"authorization\"");
    }
    String token = value.substring(SCHEME.length()).strip();
    if (token.length() > MOST_CHARACTERS) {
      throw new UnauthenticatedException(
          "the token is too long: expected up to %d characters".formatted(MOST_CHARACTERS));
    }
    if (token.isEmpty() || !token.chars().allMatch(BearerToken::isOfJwt)) {
      throw new UnauthenticatedException("expected one token after Bearer, in the form of a JWT");
    }
    return token;
  }

  private static boolean isOfJwt(int character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character == '-'
        || character == '_'
        || character == '.';
  }
}
