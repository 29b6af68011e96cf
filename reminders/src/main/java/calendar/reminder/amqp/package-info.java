/**
 * The queue of reminders on a broker that speaks AMQP 0-9-1. No other package depends on AMQP.
 *
 * <p>Works with RabbitMQ from version 3.10 and with Qpid Broker-J, and uses only what both offer.
 * Qpid has no delivery limit and no dead-lettering, rejects an unroutable message before it returns
 * it, and counts prefetch per channel.
 */
package calendar.reminder.amqp;
