/**
 * The scheduler: at every tick of its timer it claims the reminders that are due, publishes them,
 * and marks those that the queue has taken. {@link calendar.scheduler.Scheduler} is a tick.
 */
package calendar.scheduler;
