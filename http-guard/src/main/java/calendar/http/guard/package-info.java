/** Decides which requests the HTTP port answers, before any page sees them. */
package calendar.http.guard;
