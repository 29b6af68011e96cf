/**
 * Converts between the messages of {@code calendar.v1} and the domain, and cuts lists into pages of
 * messages. Knows no protocol: an entrance for JSON may use it too.
 */
package calendar.api.message;
