package calendar.api.identity.token;

import calendar.config.Key;
import java.net.URI;
import java.util.function.Function;

/**
 * Which tokens are accepted, and where in them to look.
 *
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must be or contain
 * @param keys where the issuer publishes its keys
 * @param subjectClaim the claim with the caller's owner id
 * @param groupsClaim the claim with the caller's groups
 * @param adminScope the scope of callers who may do everything
 */
public record TokenSettings(
    String issuer,
    String audience,
    URI keys,
    String subjectClaim,
    String groupsClaim,
    String adminScope) {

  /**
   * Reads the keys {@code auth.…}.
   *
   * @param values the value of each key; {@link calendar.config.TokenRules} has no complaint
   */
  public static TokenSettings of(Function<Key, String> values) {
    return new TokenSettings(
        values.apply(Key.AUTH_ISSUER),
        values.apply(Key.AUTH_AUDIENCE),
        URI.create(values.apply(Key.AUTH_JWKS_URI)),
        values.apply(Key.AUTH_SUBJECT_CLAIM),
        values.apply(Key.AUTH_GROUPS_CLAIM),
        values.apply(Key.AUTH_ADMIN_SCOPE));
  }
}
