/** What is done about more work than can be done in time: it is refused before it has begun. */
package calendar.batching;
