/** Checks a token, and reads who its caller is. Remembers tokens that were right. */
package calendar.api.identity.token;
