/** The public keys of the issuer: where they come from, and which signatures they may check. */
package calendar.api.identity.key;
