/**
 * The scheduler: at every tick of its timer it claims the reminders that are due, publishes them,
 * and marks the reminders that the queue has confirmed. {@link calendar.scheduler.Scheduler} runs
 * one tick, {@link calendar.scheduler.Publisher} is the pipeline.
 */
package calendar.scheduler;
