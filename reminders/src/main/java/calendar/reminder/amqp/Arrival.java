package calendar.reminder.amqp;

import calendar.reminder.messaging.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message that the broker has delivered and we have not acknowledged yet.
 *
 * @param tag the delivery tag, unique on its channel
 */
record Arrival(long tag, BasicProperties properties, QueuedMessage message) {}
