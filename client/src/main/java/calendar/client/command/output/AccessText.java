package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.Grant;
import calendar.v1.Grantee;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.Role;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Prints the results of commands for access as text for people. */
final class AccessText {
  private static final int WIDEST_GRANTEE = 60;

  private final PrintStream out;
  private final ZoneId zone;

  AccessText(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void granted(Grant grant) {
    out.printf(
        "Granted: %s is now %s of %s's calendar%n",
        grantee(grant.getGrantee()),
        role(grant.getRole()),
        TerminalText.oneLine(grant.getOwnerId()));
  }

  void revoked(RevokeAccessRequest request) {
    out.printf(
        "Revoked: %s no longer has a role in %s's calendar%s%n",
        grantee(request.getGrantee()),
        TerminalText.oneLine(request.getOwnerId()),
        request.getGrantee().hasSubject() ? ", unless a group or everyone has one" : "");
  }

  /** Prints each grant on one line: who, role, since when. */
  void listed(String heading, List<Grant> grants) {
    out.println(TerminalText.oneLine(heading));
    if (!grants.isEmpty()) {
      out.println();
    }
    List<Row> rows = grants.stream().map(this::row).toList();
    int grantee = rows.stream().mapToInt(row -> TerminalText.length(row.grantee())).max().orElse(0);
    int role = rows.stream().mapToInt(row -> TerminalText.length(row.role())).max().orElse(0);
    for (Row row : rows) {
      out.printf(
          "  %s  %s  since %s%n",
          TerminalText.pad(row.grantee(), grantee),
          TerminalText.pad(row.role(), role),
          row.since());
    }
    out.println();
    out.println(rows.size() == 1 ? "1 grant" : rows.size() + " grants");
  }

  private Row row(Grant grant) {
    return new Row(
        TerminalText.cut(grantee(grant.getGrantee()), WIDEST_GRANTEE),
        role(grant.getRole()),
        TimeSpan.moment(ProtoTimes.instant(grant.getCreateTime()), zone));
  }

  private static String grantee(Grantee grantee) {
    return switch (grantee.getGranteeCase()) {
      case SUBJECT -> TerminalText.oneLine(grantee.getSubject());
      case GROUP -> "group " + TerminalText.oneLine(grantee.getGroup());
      case EVERYONE -> "everyone";
      case GRANTEE_NOT_SET -> "unknown";
    };
  }

  private static String role(Role role) {
    return switch (role) {
      case ROLE_FREE_BUSY_READER -> "free-busy-reader";
      case ROLE_READER -> "reader";
      case ROLE_WRITER -> "writer";
      case ROLE_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }

  private record Row(String grantee, String role, String since) {}
}
