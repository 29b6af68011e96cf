package calendar.reminder.amqp.connection;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Finds the one-line reason of a broker failure, which the client hides in causes and frames. */
final class Reasons {
  private Reasons() {}

  /** Whether TLS failed. */
  static boolean isTls(Throwable failure) {
    return causes(failure).anyMatch(SSLException.class::isInstance);
  }

  static String of(Throwable failure) {
    return causes(failure)
        .map(Reasons::own)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> failure.getClass().getSimpleName());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Optional<String> own(Throwable failure) {
    if (failure instanceof ShutdownSignalException shutdown) {
      if (shutdown.getReason() instanceof AMQP.Channel.Close close) {
        return Optional.of(close.getReplyText());
      }
      if (shutdown.getReason() instanceof AMQP.Connection.Close close) {
        return Optional.of(close.getReplyText());
      }
      return shutdown.getCause() == null ? Optional.of("connection closed") : Optional.empty();
    }
    return Optional.ofNullable(failure.getMessage())
        .filter(message -> !message.isBlank())
        .map(message -> message.lines().findFirst().orElseThrow());
  }
}
