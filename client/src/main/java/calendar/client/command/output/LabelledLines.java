package calendar.client.command.output;

import java.io.PrintStream;
import java.util.List;

/** Prints one line for each field: its label, and its value in a second column. */
final class LabelledLines {
  private static final int LABEL_WIDTH = 13;

  private final PrintStream out;

  LabelledLines(PrintStream out) {
    this.out = out;
  }

  void line(String label, String value) {
    print(label, TerminalText.oneLine(value));
  }

  /** Prints no line if the value is empty. */
  void optional(String label, String value) {
    if (!value.isEmpty()) {
      line(label, value);
    }
  }

  /** Prints a line for each value. Only the first one has the label. */
  void lines(String label, List<String> values) {
    rows(label, values.stream().map(TerminalText::oneLine).toList());
  }

  /** Prints rows whose text is safe for a terminal, with their blanks. */
  void rows(String label, List<String> rows) {
    String next = label;
    for (String row : rows) {
      print(next, row);
      next = "";
    }
  }

  private void print(String label, String text) {
    out.println((TerminalText.pad(label, LABEL_WIDTH) + text).stripTrailing());
  }
}
