/**
 * Repetitions in words, such as {@code every weekday until 2027-06-30}, and recurrence rules (RFC
 * 5545). {@link calendar.client.repeat.RepeatGrammar} reads words, {@link
 * calendar.client.repeat.RecurrenceText} writes them. Both go through {@link
 * calendar.client.repeat.RepeatRule}, so that written words mean the same when they are read.
 */
package calendar.client.repeat;
