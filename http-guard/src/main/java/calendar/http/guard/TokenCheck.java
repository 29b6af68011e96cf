package calendar.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Asks for the static token of {@code metrics.token_file}, as Prometheus sends it. */
final class TokenCheck implements Check {
  private static final int UNAUTHORIZED = 401;
  private static final String SCHEME = "Bearer ";

  private final TokenFile token;

  TokenCheck(TokenFile token) {
    this.token = token;
  }

  @Override
  public Optional<Refusal> refusal(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    boolean isRight =
        header != null
            && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && token.is(header.substring(SCHEME.length()).strip());
    return isRight
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                UNAUTHORIZED,
                "401 Metrics need the token of metrics.token_file, as a bearer token"));
  }
}
