/**
 * Who makes a call: checks the tokens (JWT) of callers with the keys of their issuer, and limits
 * the calls of each subject. Knows no protocol: an entrance passes the values of the header {@code
 * authorization}.
 *
 * <ol>
 *   <li>{@link calendar.api.identity.BearerToken} reads the header.
 *   <li>{@link calendar.api.identity.token.TokenVerifier} takes the identity of a known token from
 *       {@link calendar.api.identity.token.VerifiedTokens}. Otherwise it checks the signature with
 *       {@link calendar.api.identity.key.IssuerKeys}, and the claims by {@link
 *       calendar.api.identity.token.ClaimRules}.
 *   <li>{@link calendar.api.identity.CallLimits} counts the call.
 * </ol>
 *
 * No message, log line or metric contains a token or a part of one.
 */
package calendar.api.identity;
