package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcLogTest {
  private final Logger connections = Logger.getLogger("io.grpc.netty.NettyServerHandler");
  private final Level before = connections.getLevel();

  @AfterEach
  void restore() {
    connections.setLevel(before);
  }

  @Test
  void leavesTheLevelThatWasThere() {
    connections.setLevel(Level.FINE);
    GrpcLog log = new GrpcLog(new ConnectionFaults(Clock.systemUTC()));

    log.shorten();
    assertThat(connections.getLevel()).isEqualTo(Level.SEVERE);
    log.leave();

    assertThat(connections.getLevel()).isEqualTo(Level.FINE);
  }
}
