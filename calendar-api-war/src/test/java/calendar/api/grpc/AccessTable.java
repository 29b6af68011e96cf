package calendar.api.grpc;

import static calendar.access.Role.FREE_BUSY_READER;
import static calendar.access.Role.OWNER;
import static calendar.access.Role.READER;
import static calendar.access.Role.WRITER;
import static java.util.Map.entry;

import calendar.access.Identity;
import calendar.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the contract permits: the role that each method needs, and callers of every role. */
final class AccessTable {
  /** The role that each method needs, as the contract says. */
  static final Map<String, Role> NEEDED =
      Map.ofEntries(
          entry("CreateEvent", WRITER),
          entry("GetEvent", READER),
          entry("UpdateEvent", WRITER),
          entry("DeleteEvent", WRITER),
          entry("ListEvents", READER),
          entry("ListDayEvents", READER),
          entry("ListWeekEvents", READER),
          entry("ListMonthEvents", READER),
          entry("FindEvents", READER),
          entry("CreateSeries", WRITER),
          entry("GetSeries", READER),
          entry("UpdateSeries", WRITER),
          entry("DeleteSeries", WRITER),
          entry("ListSeries", READER),
          entry("GrantAccess", OWNER),
          entry("RevokeAccess", OWNER),
          entry("ListAccess", OWNER));

  static final Set<String> CHANGES =
      Set.of(
          "CreateEvent",
          "UpdateEvent",
          "DeleteEvent",
          "CreateSeries",
          "UpdateSeries",
          "DeleteSeries",
          "GrantAccess",
          "RevokeAccess");

  /** A caller, and the highest role in Ann's calendar; empty for none. */
  record Who(String name, Identity identity, Optional<Role> role) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Identity person(String subject, String... groups) {
    return new Identity(subject, Set.of(groups), false);
  }

  static final List<Who> CALLERS =
      List.of(
          new Who("a stranger", person("eve", "staff"), Optional.empty()),
          new Who("a free/busy reader", person("fred"), Optional.of(FREE_BUSY_READER)),
          new Who("a reader", person("rita"), Optional.of(READER)),
          new Who("a reader by a group", person("gus", "readers"), Optional.of(READER)),
          new Who("a writer", person("wim"), Optional.of(WRITER)),
          new Who("a writer by a group", person("gwen", "staff", "writers"), Optional.of(WRITER)),
          new Who("the owner", person("ann"), Optional.of(OWNER)),
          new Who("an administrator", new Identity("root", Set.of(), true), Optional.of(OWNER)));

  private AccessTable() {}
}
