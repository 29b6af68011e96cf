package calendar.api.grpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcLogFilterTest {
  private final Logger connections = Logger.getLogger("io.grpc.netty.NettyServerHandler");
  private final Level before = connections.getLevel();

  @AfterEach
  void restore() {
    connections.setLevel(before);
  }

  @Test
  void restoresTheLogLevel() {
    connections.setLevel(Level.FINE);
    GrpcLogFilter log = new GrpcLogFilter(new ClientFaultLog(Clock.systemUTC()));

    log.install();
    assertThat(connections.getLevel()).isEqualTo(Level.SEVERE);
    log.uninstall();

    assertThat(connections.getLevel()).isEqualTo(Level.FINE);
  }
}
