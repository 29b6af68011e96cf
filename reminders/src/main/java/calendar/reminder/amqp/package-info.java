/**
 * The queue of reminders on a broker that speaks AMQP 0-9-1. This is the one place that knows it.
 *
 * <p>RabbitMQ 3.10 and later, and Qpid Broker-J: on the latter there is no delivery limit and no
 * dead-lettering, an unroutable message is refused before it is returned, and prefetch counts for a
 * whole channel. Nothing here needs more than both have.
 */
package calendar.reminder.amqp;
