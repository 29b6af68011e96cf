package calendar.launcher;

import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The login of a service at RabbitMQ. */
final class BrokerLogin {
  private static final int LIMIT_MILLIS = 5_000;
  private static final String LOGIN = "rabbitmq.user, rabbitmq.password";
  private static final String ADDRESS = "rabbitmq.host, rabbitmq.port";

  // The client logs a failed handshake before it throws. The constant keeps the level: the logging
  // system holds loggers weakly.
  private static final Logger CLIENT = Logger.getLogger("com.rabbitmq.client");

  static {
    CLIENT.setLevel(Level.OFF);
  }

  private BrokerLogin() {}

  /** Nothing, or why RabbitMQ did not let us in and which keys say so. */
  static Optional<String> refusal(EffectiveSettings settings) {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(settings.text(Key.RABBITMQ_HOST));
    factory.setPort(settings.number(Key.RABBITMQ_PORT));
    factory.setVirtualHost(settings.text(Key.RABBITMQ_VHOST));
    factory.setUsername(settings.text(Key.RABBITMQ_USER));
    factory.setPassword(settings.text(Key.RABBITMQ_PASSWORD));
    factory.setConnectionTimeout(LIMIT_MILLIS);
    factory.setHandshakeTimeout(LIMIT_MILLIS);
    factory.setChannelRpcTimeout(LIMIT_MILLIS);
    factory.setAutomaticRecoveryEnabled(false);
    if (Boolean.parseBoolean(settings.text(Key.RABBITMQ_TLS))) {
      factory.useSslProtocol(
          TrustedAuthorities.context(Key.RABBITMQ_CA, Path.of(settings.file(Key.RABBITMQ_CA))));
      factory.enableHostnameVerification();
    }
    try {
      factory.newConnection("calendar --check").abort(LIMIT_MILLIS);
      return Optional.empty();
    } catch (IOException | TimeoutException refused) {
      return Optional.of("%s (%s)".formatted(reason(refused), keys(refused)));
    }
  }

  private static String keys(Exception refused) {
    if (causes(refused).anyMatch(SSLException.class::isInstance)) {
      return "rabbitmq.tls, rabbitmq.ca";
    }
    if (refused instanceof AuthenticationFailureException
        || refused instanceof PossibleAuthenticationFailureException) {
      return LOGIN;
    }
    return closed(refused).isPresent() ? "rabbitmq.vhost, rabbitmq.user" : ADDRESS;
  }

  private static String reason(Exception refused) {
    if (refused instanceof UnknownHostException unknown) {
      return "unknown host " + unknown.getMessage();
    }
    if (refused instanceof TimeoutException || refused instanceof SocketTimeoutException) {
      return "no answer within 5 s";
    }
    if (refused instanceof ConnectException) {
      return refused.getMessage();
    }
    return closed(refused)
        .or(() -> Optional.ofNullable(refused.getMessage()))
        .orElse("the connection ended before the login did: is this a broker?")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  /** What the broker said as it closed the connection. */
  private static Optional<String> closed(Throwable failure) {
    return causes(failure)
        .filter(ShutdownSignalException.class::isInstance)
        .map(cause -> ((ShutdownSignalException) cause).getReason())
        .filter(AMQP.Connection.Close.class::isInstance)
        .map(close -> ((AMQP.Connection.Close) close).getReplyText())
        .findFirst();
  }
}
