/**
 * Batches and overload protection: requests that arrive together are processed together, and
 * requests that would wait too long are rejected at once. Knows nothing of events.
 */
package calendar.batching;
