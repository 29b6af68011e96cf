/** An embedded AMQP 0-9-1 broker, for where no RabbitMQ is. */
package calendar.qpid;
