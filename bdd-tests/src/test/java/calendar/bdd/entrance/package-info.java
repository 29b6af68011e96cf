/**
 * The way into the calendar under test: addresses, TLS, and who calls. The only package that knows
 * whether the calendar asks its callers who they are.
 */
package calendar.bdd.entrance;
