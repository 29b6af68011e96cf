package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
import calendar.api.call.report.CallLog;
import calendar.api.identity.Attacks;
import calendar.api.identity.Attacks.Attack;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that must be refused, over a real connection. */
class TokenAttacksTest extends OnTokenServer {
  private static final int PIECE = 20;

  /** In a field, because an unused logger is garbage collected together with its level. */
  private static final Logger OURS = Logger.getLogger("calendar");

  private Socket connection;

  @Test
  void refusesEveryAttack() {
    SoftAssertions answers = new SoftAssertions();
    attacks()
        .forEach(
            (name, attack) -> {
              StatusRuntimeException refusal = refused(() -> call(attack));
              answers
                  .assertThat(refusal.getStatus().getCode())
                  .as(name)
                  .isEqualTo(Status.Code.UNAUTHENTICATED);
              answers
                  .assertThat(refusal.getStatus().getDescription())
                  .as(name)
                  .startsWith(attack.answer());
              answers.assertThat(reason(refusal)).as(name).isEqualTo("UNAUTHENTICATED");
            });

    answers.assertAll();
    assertThat(reads).hasValue(0);
    assertThat(tokens.server.fetches()).isEqualTo(2);
  }

  @Test
  void logsNoPieceOfAToken() {
    List<LogRecord> entries = new ArrayList<>();
    Map<String, Attack> attacks = attacks();
    String valid = tokens.issuer.token("ann");
    OURS.setLevel(Level.ALL);
    try (LogCapture all = LogCapture.of("")) {
      attacks.values().forEach(attack -> refused(() -> call(attack)));
      refused(() -> as(valid).getEvent(someEvent()));
      refused(() -> as(valid + "a".repeat(60 * 1024)).getEvent(someEvent()));
      rejections.write();
      entries.addAll(all.entries());
    } finally {
      OURS.setLevel(null);
    }
    String log = text(entries);

    assertThat(log).contains("GetEvent UNAUTHENTICATED", "GetEvent NOT_FOUND", " subject=ann");
    attacks.values().stream()
        .flatMap(attack -> attack.headers().stream())
        .flatMap(header -> pieces(header).stream())
        .forEach(piece -> assertThat(log).doesNotContain(piece));
    pieces(valid).forEach(piece -> assertThat(log).doesNotContain(piece));
  }

  private Map<String, Attack> attacks() {
    return Attacks.on(tokens.issuer, tokens.clock);
  }

  private void call(Attack attack) {
    with(attack.headers()).withDeadlineAfter(20, TimeUnit.SECONDS).getEvent(someEvent());
  }

  private static Set<String> pieces(String header) {
    Set<String> pieces = new HashSet<>();
    String token = header.substring(header.indexOf(' ') + 1);
    for (int i = 0; i + PIECE <= token.length(); i++) {
      pieces.add(token.substring(i, i + PIECE));
    }
    return pieces;
  }

  private static String text(List<LogRecord> entries) {
    StringWriter text = new StringWriter();
    for (LogRecord entry : entries) {
      text.append(new SimpleFormatter().formatMessage(entry)).append('\n');
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(new PrintWriter(text, true));
      }
    }
    return text.toString();
  }

  /** No DATA frame follows. */
  @Test
  void refusesBeforeTheMessage() throws IOException {
    sendHeaders("Bearer a.b.c");

    await().until(() -> ends.contains("GetEvent UNAUTHENTICATED"));
  }

  /** gRPC's own client would not send it. */
  @Test
  void refusesLineEndsInMetadata() throws IOException {
    try (LogCapture log = LogCapture.of(CallLog.class)) {
      sendHeaders("Bearer " + "a.b.c" + "\r\nx-role: admin");

      await().until(() -> ends.contains("GetEvent UNAUTHENTICATED"));
      assertThat(log.entries())
          .extracting(LogRecord::getMessage)
          .singleElement()
          .asString()
          .endsWith(": expected one token after Bearer, in the form of a JWT")
          .hasLineCount(1);
    }
  }

  /** The headers of a call, uncompressed (RFC 9113, 6.2; RFC 7541, 6.2.2). */
  private void sendHeaders(String authorization) throws IOException {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(":method", "POST");
    fields.put(":scheme", "http");
    fields.put(":authority", "localhost");
    fields.put(":path", "/" + CalendarServiceGrpc.getGetEventMethod().getFullMethodName());
    fields.put("content-type", "application/grpc");
    fields.put("te", "trailers");
    fields.put("authorization", authorization);
    fields.forEach(
        (name, value) -> {
          headers.write(0);
          headers.write(name.length());
          headers.writeBytes(name.getBytes(US_ASCII));
          headers.write(value.length());
          headers.writeBytes(value.getBytes(US_ASCII));
        });
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(US_ASCII));
    sent.writeBytes(new byte[] {0, 0, (byte) headers.size(), 1, 4, 0, 0, 0, 1});
    sent.writeBytes(headers.toByteArray());
    connection = dial();
    connection.getOutputStream().write(sent.toByteArray());
  }

  @AfterEach
  void disconnect() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  @Test
  void answersHealthChecksWithoutToken() {
    assertThat(HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance()))
        .isNotNull();
  }
}
