package calendar.api.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.access.Identity;
import calendar.error.InvalidArgumentException;
import calendar.error.UnauthenticatedException;
import calendar.error.Violations;
import calendar.event.EventRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the claims of a token must say, and who the caller is by them. Immutable. */
public final class ClaimRules {
  /** How far the clocks of this server and the issuer may differ. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private final TokenSettings settings;

  public ClaimRules(TokenSettings settings) {
    this.settings = settings;
  }

  /**
   * The caller, and how long the token says so.
   *
   * @param until the first instant at which the token is expired
   */
  record Accepted(Identity identity, Instant until) {}

  /**
   * Checks the claims.
   *
   * @throws UnauthenticatedException for the first one that is wrong
   */
  Accepted check(Map<String, Object> claims, Instant now) {
    Instant until = seconds(claims, "exp").plus(SKEW);
    require(now.isBefore(until), "the token is expired");
    if (claims.containsKey("nbf")) {
      require(!now.isBefore(seconds(claims, "nbf").minus(SKEW)), "the token is not valid yet");
    }
    require(settings.issuer().equals(claims.get("iss")), "the token is of another issuer");
    require(isFor(settings.audience(), claims.get("aud")), "the token is for another audience");
    return new Accepted(new Identity(subject(claims), groups(claims), isAdmin(claims)), until);
  }

  /** NumericDate: seconds since 1970, which may have a fraction. */
  private static Instant seconds(Map<String, Object> claims, String claim) {
    require(
        claims.get(claim) instanceof Number,
        "the token's claim \"%s\" is not a time in seconds".formatted(claim));
    double seconds = ((Number) claims.get(claim)).doubleValue();
    // Beyond these, all times mean the same; the check is false for what is not a number too.
    require(
        Math.abs(seconds) < Instant.MAX.getEpochSecond() / 2.0,
        "the token's claim \"%s\" is not a time in seconds".formatted(claim));
    return Instant.ofEpochSecond((long) Math.floor(seconds));
  }

  private static boolean isFor(String audience, Object claim) {
    return audience.equals(claim) || claim instanceof List<?> several && several.contains(audience);
  }

  private String subject(Map<String, Object> claims) {
    require(
        claims.get(settings.subjectClaim()) instanceof String subject && isOwnerId(subject),
        "the token's claim \"%s\" is not an owner id: expected 1 to 128 characters"
            .formatted(settings.subjectClaim()));
    return (String) claims.get(settings.subjectClaim());
  }

  private static boolean isOwnerId(String subject) {
    try {
      Violations violations = new Violations();
      EventRules.owner(subject, "subject", violations);
      violations.throwIfAny();
      return isStorable(subject);
    } catch (InvalidArgumentException malformed) {
      return false;
    }
  }

  /**
   * Half a character of UTF-16 would be stored as a question mark, and be another text there; NUL
   * is not stored at all.
   */
  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
  }

  private Set<String> groups(Map<String, Object> claims) {
    Object groups = claims.get(settings.groupsClaim());
    if (groups == null) {
      return Set.of();
    }
    List<?> several = groups instanceof List<?> list ? list : List.of(groups);
    require(
        several.stream().allMatch(String.class::isInstance),
        "the token's claim \"%s\" is not a list of texts".formatted(settings.groupsClaim()));
    return several.stream()
        .map(String.class::cast)
        // Others cannot be granted anything.
        .filter(group -> !group.isEmpty() && isStorable(group))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isAdmin(Map<String, Object> claims) {
    return claims.get("scope") instanceof String scopes
            && Arrays.asList(scopes.split(" ", -1)).contains(settings.adminScope())
        || claims.get("scp") instanceof List<?> list && list.contains(settings.adminScope());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnauthenticatedException(otherwise);
    }
  }
}
