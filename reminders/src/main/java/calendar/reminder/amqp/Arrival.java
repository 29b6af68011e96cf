package calendar.reminder.amqp;

import calendar.reminder.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message that the broker has handed to us and not yet been told what became of it.
 *
 * @param tag names it on its channel
 */
record Arrival(long tag, BasicProperties properties, QueuedMessage message) {}
