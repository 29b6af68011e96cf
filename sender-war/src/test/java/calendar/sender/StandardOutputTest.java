package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.reminder.messaging.DeliveryException;
import calendar.reminder.messaging.ReminderMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  /** A pipe takes this many bytes in one piece (POSIX: PIPE_BUF, 4096 on Linux). */
  private static final int PIPE_BUFFER = 4096;

  private final List<String> writes = new ArrayList<>();

  private final OutputStream pipe =
      new OutputStream() {
        @Override
        public void write(int octet) {
          throw new AssertionError("a line must not be written in pieces");
        }

        @Override
        public void write(byte[] octets, int from, int length) {
          writes.add(new String(octets, from, length, UTF_8));
        }
      };

  private static List<ReminderMessage> reminders(int count, String title) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ReminderMessage(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "me",
                    title,
                    Instant.parse("2026-11-02T10:00:00Z"),
                    Duration.ofMinutes(15)))
        .toList();
  }

  @Test
  void printsOneLinePerReminderInOrder() {
    List<ReminderMessage> reminders = reminders(300, "Tea\n\"чай\" 🍵");

    new StandardOutput(pipe).deliver(reminders);

    assertThat(String.join("", writes).lines())
        .containsExactlyElementsOf(reminders.stream().map(ReminderMessage::toJson).toList());
  }

  @Test
  void writesWholeLinesThatFitAPipe() {
    new StandardOutput(pipe).deliver(reminders(300, "🍵".repeat(255)));

    assertThat(writes)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            write -> {
              assertThat(write).startsWith("{\"reminder_id\"").endsWith("}\n");
              assertThat(write.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(PIPE_BUFFER);
            });
  }

  @Test
  void reportsWhyTheOutputFailed() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatThrownBy(() -> new StandardOutput(closed).deliver(reminders(1, "Tea")))
        .isInstanceOf(DeliveryException.class)
        .hasMessage("standard output: Broken pipe");
  }
}
