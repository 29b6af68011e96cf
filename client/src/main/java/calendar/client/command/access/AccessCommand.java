package calendar.client.command.access;

import calendar.client.AccessPages;
import calendar.client.CalendarClient;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.ListAccessRequest;
import picocli.CommandLine.Command;

/** Lists who has access. */
@Command(
    name = "access",
    description = {
      "Lists who has which role in an owner's calendar.",
      "Only the owner and administrators may see that."
    },
    sortOptions = false)
public final class AccessCommand extends OwnerCommand {
  @Override
  protected int run(CalendarClient client) {
    ListAccessRequest request = ListAccessRequest.newBuilder().setOwnerId(owner()).build();
    String heading = "%s, %s".formatted(owner(), zone());
    printer().listedAccess(heading, new AccessPages(client).of(request));
    return ExitStatus.OK;
  }
}
