package calendar.client.command.access;

import calendar.v1.Grantee;
import picocli.CommandLine.Option;

/** Who has access: exactly one of these options. */
final class GranteeOptions {
  @Option(
      names = "--subject",
      required = true,
      paramLabel = "NAME",
      description = "One person or program: the subject of its token.")
  private String subject;

  @Option(
      names = "--group",
      required = true,
      paramLabel = "NAME",
      description = "Everyone whose token names this group.")
  private String group;

  @Option(
      names = "--everyone",
      required = true,
      description = "Everyone who has a token that the calendar accepts.")
  private boolean everyone;

  Grantee grantee() {
    if (subject != null) {
      return Grantee.newBuilder().setSubject(subject).build();
    }
    return group != null
        ? Grantee.newBuilder().setGroup(group).build()
        : Grantee.newBuilder().setEveryone(everyone).build();
  }
}
