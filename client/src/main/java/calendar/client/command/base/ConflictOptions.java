package calendar.client.command.base;

import calendar.v1.OnConflict;
import picocli.CommandLine.Option;

/** What happens to occurrences of a series whose time is taken. */
public final class ConflictOptions {
  @Option(
      names = "--on-conflict",
      paramLabel = "refuse|skip",
      description =
          "If the time of some occurrences is taken: refuse the series, or skip these occurrences"
              + " (default: refuse).")
  private Choice choice;

  @Option(
      names = "--check",
      description =
          "Write nothing; print the series and what conflicts. Exit status 1 if it would be refused.")
  private boolean check;

  /** The choices of the option. */
  enum Choice {
    REFUSE,
    SKIP
  }

  public boolean areGiven() {
    return choice != null || check;
  }

  public OnConflict choice() {
    return choice == Choice.SKIP ? OnConflict.ON_CONFLICT_SKIP : OnConflict.ON_CONFLICT_REFUSE;
  }

  public boolean isCheck() {
    return check;
  }

  /** The exit status of a check. */
  public int statusOfCheck(int conflicts) {
    return conflicts == 0 || choice == Choice.SKIP ? ExitStatus.OK : ExitStatus.REJECTED;
  }
}
