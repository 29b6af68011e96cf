package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.reminder.Bookings;
import calendar.reminder.DueReminder;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static QueuedMessage message(DueReminder reminder) {
    return new QueuedMessage(ReminderMessage.of(reminder).toBytes());
  }

  @Test
  void separatesRemindersRepeatsAndMalformedMessages() {
    DueReminder tea = Bookings.reminder(Instant.EPOCH, Duration.ZERO);
    DueReminder cake = Bookings.reminder(Instant.EPOCH, Duration.ZERO);
    QueuedMessage first = message(tea);
    QueuedMessage empty = new QueuedMessage(new byte[0]);
    QueuedMessage list = new QueuedMessage("[]".getBytes(UTF_8));

    Inbox inbox = Inbox.read(List.of(first, empty, message(cake), message(tea), list));

    assertThat(inbox.reminders().keySet()).containsExactly(tea.reminderId(), cake.reminderId());
    assertThat(inbox.reminders().get(tea.reminderId()).message()).isSameAs(first);
    assertThat(inbox.malformed()).containsOnlyKeys(empty, list);
    assertThat(inbox.repeats()).isEqualTo(1);
  }
}
