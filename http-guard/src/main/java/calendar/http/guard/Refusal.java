package calendar.http.guard;

/**
 * The answer to a request that does not pass.
 *
 * @param status of HTTP
 * @param words one line of plain text
 */
record Refusal(int status, String words) {}
