package calendar.reminder.amqp;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection that breaks is told by whoever uses it, in one line; the client's own account of it
 * is for those who debug.
 */
final class QuietExceptionHandler extends ForgivingExceptionHandler {
  private static final Logger LOG = Logger.getLogger(QuietExceptionHandler.class.getName());

  @Override
  public void handleUnexpectedConnectionDriverException(Connection connection, Throwable failure) {
    LOG.log(Level.FINE, "connection lost", failure);
  }
}
