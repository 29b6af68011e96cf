package calendar.api.call.report;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CallLogTest {
  private final RejectionLog rejections = new RejectionLog();
  private final CallLog log = new CallLog(rejections);

  private String subject = "";

  private EndedCall call(EndedCall.Kind kind, String description, boolean rejected, long micros) {
    return new EndedCall(
        kind,
        "GetEvent",
        new InetSocketAddress("10.0.0.1", 5555),
        subject,
        "CODE",
        description,
        rejected,
        Duration.ofNanos(micros * 1_000));
  }

  private static List<String> lines(Class<?> source, Runnable action) {
    LogCapture capture = LogCapture.of(source);
    try {
      action.run();
    } finally {
      capture.close();
    }
    return capture.entries().stream().map(LogRecord::getMessage).toList();
  }

  @Test
  void writesMethodCodeTimeAndPeer() {
    assertThat(
            lines(CallLog.class, () -> log.ended(call(EndedCall.Kind.CALENDAR, "", false, 12_003))))
        .containsExactly("GetEvent CODE 12.003 ms peer=/10.0.0.1:5555");
  }

  @Test
  void escapesTheDescription() {
    assertThat(
            lines(
                CallLog.class,
                () -> log.ended(call(EndedCall.Kind.CALENDAR, "bad\nline", false, 7))))
        .containsExactly("GetEvent CODE 0.007 ms peer=/10.0.0.1:5555: bad\\u000aline");
  }

  @Test
  void namesTheSubject() {
    subject = "ann\nroot";

    assertThat(lines(CallLog.class, () -> log.ended(call(EndedCall.Kind.CALENDAR, "", false, 7))))
        .containsExactly("GetEvent CODE 0.007 ms peer=/10.0.0.1:5555 subject=ann\\u000aroot");
  }

  @Test
  void countsTheRejectedCallsOfEachSubject() {
    assertThat(
            lines(
                RejectionLog.class,
                () -> {
                  for (String caller : List.of("ann", "bob", "ann")) {
                    subject = caller;
                    log.ended(call(EndedCall.Kind.CALENDAR, "too many", true, 900));
                  }
                  rejections.write();
                }))
        .containsExactlyInAnyOrder(
            "GetEvent CODE 0.900 ms peer=/10.0.0.1:5555 subject=ann: 2 calls rejected (time of"
                + " the slowest): too many",
            "GetEvent CODE 0.900 ms peer=/10.0.0.1:5555 subject=bob: 1 calls rejected (time of"
                + " the slowest): too many");
  }

  @Test
  void logsHealthChecksOnlyForDebugging() {
    assertThat(lines(CallLog.class, () -> log.ended(call(EndedCall.Kind.SERVICE, "", false, 1))))
        .isEmpty();
    LogCapture capture = LogCapture.of(CallLog.class);
    java.util.logging.Logger logger = java.util.logging.Logger.getLogger(CallLog.class.getName());
    try {
      logger.setLevel(Level.FINE);
      log.ended(call(EndedCall.Kind.STREAM, "", false, 1));
    } finally {
      logger.setLevel(null);
      capture.close();
    }
    assertThat(capture.entries()).extracting(LogRecord::getLevel).containsExactly(Level.FINE);
  }

  @Test
  void countsRejectedCallsInOneLine() {
    assertThat(
            lines(
                RejectionLog.class,
                () -> {
                  log.ended(call(EndedCall.Kind.CALENDAR, "too many", true, 900));
                  log.ended(call(EndedCall.Kind.CALENDAR, "too many", true, 1_100));
                  log.ended(call(EndedCall.Kind.CALENDAR, "too large", true, 5));
                  rejections.write();
                  rejections.write();
                }))
        .containsExactlyInAnyOrder(
            "GetEvent CODE 1.100 ms peer=/10.0.0.1:5555: 2 calls rejected (time of"
                + " the slowest): too many",
            "GetEvent CODE 0.005 ms peer=/10.0.0.1:5555: 1 calls rejected (time of"
                + " the slowest): too large");
  }
}
