package calendar.client.command.access;

import calendar.client.CalendarClient;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Role;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Gives someone a role. */
@Command(
    name = "grant",
    description = {
      "Gives someone a role in an owner's calendar, instead of the one that they may have.",
      "Only the owner and administrators may do that. It takes effect within 5 seconds."
    },
    sortOptions = false)
public final class GrantCommand extends OwnerCommand {
  @ArgGroup(multiplicity = "1")
  private GranteeOptions grantee;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = ToRole.class,
      description =
          "free-busy-reader sees when the owner is busy; reader also sees all events and series;"
              + " writer also creates, changes and deletes them.")
  private Choice role;

  /** The choices of the option. */
  enum Choice {
    FREE_BUSY_READER("free-busy-reader", Role.ROLE_FREE_BUSY_READER),
    READER("reader", Role.ROLE_READER),
    WRITER("writer", Role.ROLE_WRITER);

    private final String word;
    private final Role role;

    Choice(String word, Role role) {
      this.word = word;
      this.role = role;
    }
  }

  static final class ToRole implements ITypeConverter<Choice> {
    @Override
    public Choice convert(String text) {
      return Stream.of(Choice.values())
          .filter(choice -> choice.word.equalsIgnoreCase(text))
          .findAny()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected free-busy-reader, reader or writer, found '%s'".formatted(text)));
    }
  }

  @Override
  protected int run(CalendarClient client) {
    GrantAccessRequest request =
        GrantAccessRequest.newBuilder()
            .setOwnerId(owner())
            .setGrantee(grantee.grantee())
            .setRole(role.role)
            .build();
    printer().granted(client.grantAccess(request));
    return ExitStatus.OK;
  }
}
