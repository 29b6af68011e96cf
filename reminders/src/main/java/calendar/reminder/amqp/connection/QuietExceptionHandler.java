package calendar.reminder.amqp.connection;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs the client's own report of a broken connection at FINE, because the user of the connection
 * logs one line anyway.
 */
final class QuietExceptionHandler extends ForgivingExceptionHandler {
  private static final Logger LOG = Logger.getLogger(QuietExceptionHandler.class.getName());

  @Override
  public void handleUnexpectedConnectionDriverException(Connection connection, Throwable failure) {
    LOG.log(Level.FINE, "connection lost", failure);
  }
}
