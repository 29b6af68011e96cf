package calendar.api.grpc.connection;

import static calendar.api.grpc.connection.ClientFaultLog.Kind.HTTP1;
import static calendar.api.grpc.connection.ClientFaultLog.Kind.HTTP2;
import static calendar.api.grpc.connection.ClientFaultLog.Kind.TLS;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.ServerLog;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ClientFaultLogTest {
  private Instant now = Instant.parse("2026-11-02T10:00:00Z");
  private final InstantSource source = () -> now;
  private final ClientFaultLog faults = new ClientFaultLog(source.withZone(ZoneOffset.UTC));

  private static List<String> lines(Runnable action) {
    return ServerLog.during(action).stream().map(LogRecord::getMessage).toList();
  }

  @Test
  void countsFaultsOfAMinute() {
    assertThat(
            lines(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    faults.add(HTTP1, "10.0.0.1:5555");
                  }
                  now = now.plus(ClientFaultLog.PAUSE.minusMillis(1));
                  faults.add(HTTP1, "10.0.0.2:6666");
                  now = now.plusMillis(1);
                  faults.add(HTTP1, "10.0.0.3:7777");
                }))
        .containsExactly(
            "10.0.0.1:5555 spoke HTTP/1.1 to the gRPC port",
            "10.0.0.3:7777 spoke HTTP/1.1 to the gRPC port"
                + " (and 500 more since the last such line)");
  }

  @Test
  void logsEachKindSeparately() {
    assertThat(
            lines(
                () -> {
                  faults.add(HTTP1, "10.0.0.1:5555");
                  faults.add(TLS, "10.0.0.1:5556");
                  faults.add(HTTP1, "10.0.0.1:5557");
                }))
        .hasSize(2);
  }

  @Test
  void logsAfterTheClockWentBack() {
    assertThat(
            lines(
                () -> {
                  faults.add(TLS, "10.0.0.1:5555");
                  now = now.minus(Duration.ofDays(1));
                  faults.add(TLS, "10.0.0.1:5556");
                }))
        .hasSize(2);
  }

  @Test
  void escapesTheReason() {
    assertThat(lines(() -> faults.add(HTTP2, "10.0.0.1:5555", "bad\nFATAL \u202e x")))
        .containsExactly("10.0.0.1:5555 broke the rules of HTTP/2: bad\\u000aFATAL \\u202e x");
  }

  @Test
  void namesPeersByAddressAndPort() {
    assertThat(CurrentPeer.name(new InetSocketAddress("10.0.0.1", 5555)))
        .isEqualTo("10.0.0.1:5555");
    assertThat(CurrentPeer.name(new InetSocketAddress("::1", 5555)))
        .isEqualTo("[0:0:0:0:0:0:0:1]:5555");
    assertThat(CurrentPeer.name(null)).isEqualTo("a client");
  }
}
