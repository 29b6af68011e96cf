package calendar.client.command.access;

import calendar.client.CalendarClient;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.RevokeAccessRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Takes a role away. */
@Command(
    name = "revoke",
    description = {
      "Takes someone's role in an owner's calendar away. Roles by other grants, such as a group's, stay.",
      "Only the owner and administrators may do that. It takes effect within 5 seconds."
    },
    sortOptions = false)
public final class RevokeCommand extends OwnerCommand {
  @ArgGroup(multiplicity = "1")
  private GranteeOptions grantee;

  @Override
  protected int run(CalendarClient client) {
    RevokeAccessRequest request =
        RevokeAccessRequest.newBuilder().setOwnerId(owner()).setGrantee(grantee.grantee()).build();
    printer().revoked(request, client.revokeAccess(request));
    return ExitStatus.OK;
  }
}
