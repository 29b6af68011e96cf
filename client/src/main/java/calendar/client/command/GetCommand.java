package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.command.base.EventIdParameter;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.GetEventRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "get",
    description = "Shows an event and the state of its reminders.",
    sortOptions = false)
final class GetCommand extends OwnerCommand {
  @Mixin private EventIdParameter event;

  @Override
  protected int run(CalendarClient client) {
    GetEventRequest request =
        GetEventRequest.newBuilder().setOwnerId(owner()).setId(event.id()).build();
    printer().found(client.getEvent(request));
    return ExitStatus.OK;
  }
}
