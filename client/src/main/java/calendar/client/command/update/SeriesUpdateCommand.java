package calendar.client.command.update;

import calendar.client.CalendarClient;
import calendar.client.command.base.ConflictOptions;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.base.RuleOption;
import calendar.client.command.base.SeriesIdParameter;
import calendar.client.error.EtagMismatchException;
import calendar.client.error.UnreachableException;
import calendar.v1.GetSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "update",
    description = {
      "Changes a series, or with --from one occurrence and those that follow, which then become a"
          + " series of their own. Fields without an option stay as they are.",
      "Occurrences that were changed keep what was changed, and deleted ones stay deleted. What has"
          + " begun does not move.",
      "--start is the new start of the first occurrence that changes; the others move by the same"
          + " difference."
    },
    sortOptions = false)
public final class SeriesUpdateCommand extends OwnerCommand {
  @Mixin private SeriesIdParameter id;

  @Mixin private FromOption from;

  @ArgGroup private RuleOption rule;

  @Mixin private ChangeOptions changes;

  @Mixin private ConflictOptions conflicts;

  @Option(
      names = "--request-id",
      paramLabel = "UUID",
      description =
          "Makes the command safe to repeat: one id never changes twice (default: a new id).")
  private String requestId = UUID.randomUUID().toString();

  @Override
  protected int run(CalendarClient client) {
    UpdateSeriesResponse answer;
    try {
      answer = change(client);
    } catch (UnreachableException inDoubt) {
      root().err().println(root().errorReport().describe(inDoubt) + "; " + hint());
      return ExitStatus.UNREACHABLE;
    }
    if (conflicts.isCheck()) {
      printer().checked(answer);
      return conflicts.statusOfCheck(answer.getConflictCount());
    }
    printer().updated(answer);
    return ExitStatus.OK;
  }

  private UpdateSeriesResponse change(CalendarClient client) {
    try {
      return client.updateSeries(update(client).request());
    } catch (EtagMismatchException changed) {
      if (!changes.etag().isEmpty()) {
        throw changed;
      }
      // The series changed after this command read it. Read it again and retry once.
      return client.updateSeries(update(client).request());
    }
  }

  private SeriesUpdate update(CalendarClient client) {
    GetSeriesRequest reading =
        GetSeriesRequest.newBuilder().setOwnerId(owner()).setId(id.id()).build();
    SeriesUpdate update =
        new SeriesUpdate(owner(), id.id(), from, () -> client.getSeries(reading).getSeries(), this);
    update.change(changes, rule);
    update.set(conflicts, requestId);
    return update;
  }

  /** Without an answer, the client cannot know whether the series is changed. */
  private String hint() {
    return "the series may already be changed. To be sure, repeat the command with --request-id="
        + requestId;
  }
}
