/** Connections to the broker, and the exchange and the queues that they declare. */
package calendar.reminder.amqp.connection;
