package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.reminder.messaging.DeliveryException;
import calendar.reminder.messaging.ReminderDelivery;
import calendar.reminder.messaging.ReminderMessage;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Prints each reminder as a line of JSON. Writes to the file descriptor, because {@code System.out}
 * hides errors and passes through the server's log. Safe for use by any number of threads.
 */
final class StandardOutput implements ReminderDelivery {
  /** In bytes. A pipe takes this much in one piece, so no log line can split one of ours. */
  private static final int LARGEST_WRITE = 4096;

  private final OutputStream out;

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  /**
   * @param out without a buffer: each write must be one system call
   */
  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /**
   * {@inheritDoc}
   *
   * <p>If the output fails in the middle of the list, the reminders before were printed. They are
   * printed again when the output recovers.
   */
  @Override
  public void deliver(List<ReminderMessage> reminders) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(LARGEST_WRITE);
    try {
      for (ReminderMessage reminder : reminders) {
        byte[] line = (reminder.toJson() + "\n").getBytes(UTF_8);
        if (lines.size() + line.length > LARGEST_WRITE) {
          write(lines);
        }
        lines.write(line);
      }
      write(lines);
      out.flush();
    } catch (IOException failure) {
      throw new DeliveryException("standard output: " + failure.getMessage(), failure);
    }
  }

  private void write(ByteArrayOutputStream lines) throws IOException {
    if (lines.size() > 0) {
      out.write(lines.toByteArray());
      lines.reset();
    }
  }
}
