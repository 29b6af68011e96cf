/**
 * Planners: each computes everything that one kind of change writes, without any storage. {@link
 * calendar.series.plan.Evaluation} says which occurrences a rule books, {@link
 * calendar.series.plan.Transition} which stored occurrences follow a changed rule.
 */
package calendar.series.plan;
