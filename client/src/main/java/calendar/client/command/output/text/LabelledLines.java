package calendar.client.command.output.text;

import java.io.PrintStream;
import java.util.List;

/** Prints one line for each field: its label, and its value in a second column. */
public final class LabelledLines {
  private static final int LABEL_WIDTH = 13;

  private final PrintStream out;

  public LabelledLines(PrintStream out) {
    this.out = out;
  }

  public void line(String label, String value) {
    print(label, TerminalText.oneLine(value));
  }

  /** Prints no line if the value is empty. */
  public void optional(String label, String value) {
    if (!value.isEmpty()) {
      line(label, value);
    }
  }

  /** Prints a line for each value. Only the first one has the label. */
  public void lines(String label, List<String> values) {
    rows(label, values.stream().map(TerminalText::oneLine).toList());
  }

  /** Prints rows whose text is safe for a terminal, with their blanks. */
  public void rows(String label, List<String> rows) {
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
