/**
 * An issuer of tokens and an authority of certificates that live as long as this program, and an
 * API that trusts them.
 */
package calendar.bench.secure;
