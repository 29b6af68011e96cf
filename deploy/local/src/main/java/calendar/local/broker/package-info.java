/**
 * AMQP brokers: RabbitMQ in a container, an installed RabbitMQ, or the embedded Qpid Broker-J.
 * {@link calendar.local.broker.OwnBroker} starts one of them.
 */
package calendar.local.broker;
