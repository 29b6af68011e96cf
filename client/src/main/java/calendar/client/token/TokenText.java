package calendar.client.token;

import java.util.Optional;
import java.util.regex.Pattern;

/** The form of tokens (RFC 6750, 2.1). */
public final class TokenText {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private TokenText() {}

  /** Returns the token without spaces and line ends around it. Empty if it is none. */
  public static Optional<String> read(String text) {
    String token = text.strip();
    return FORM.matcher(token).matches() ? Optional.of(token) : Optional.empty();
  }
}
