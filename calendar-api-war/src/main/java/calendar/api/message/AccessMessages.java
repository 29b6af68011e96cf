package calendar.api.message;

import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.error.Violations;
import calendar.v1.Role;
import java.util.Optional;

/** Converts grants of the domain to messages, and the parts of messages to the domain. */
public final class AccessMessages {
  private AccessMessages() {}

  /** A grant as clients see it. */
  public static calendar.v1.Grant message(Grant grant) {
    return calendar.v1.Grant.newBuilder()
        .setOwnerId(grant.ownerId())
        .setGrantee(message(grant.grantee()))
        .setRole(message(grant.role()))
        .setCreateTime(ProtoTime.timestamp(grant.createTime()))
        .build();
  }

  /**
   * The grantee that the client sent; its name is not validated. Adds a violation and returns empty
   * if it names nobody.
   */
  static Optional<Grantee> grantee(calendar.v1.Grantee message, Violations violations) {
    return switch (message.getGranteeCase()) {
      case SUBJECT -> Optional.of(Grantee.subject(message.getSubject()));
      case GROUP -> Optional.of(Grantee.group(message.getGroup()));
      case EVERYONE -> {
        boolean meant =
            violations.require(
                message.getEveryone(), "grantee.everyone", "must be true if it is set");
        yield meant ? Optional.of(Grantee.EVERYONE) : Optional.empty();
      }
      case GRANTEE_NOT_SET -> {
        violations.require(false, "grantee", "is required: a subject, a group or everyone");
        yield Optional.empty();
      }
    };
  }

  /**
   * The role that the client sent; empty if there is none, or one that this version does not know.
   */
  static Optional<calendar.access.Role> role(Role message) {
    return switch (message) {
      case ROLE_FREE_BUSY_READER -> Optional.of(calendar.access.Role.FREE_BUSY_READER);
      case ROLE_READER -> Optional.of(calendar.access.Role.READER);
      case ROLE_WRITER -> Optional.of(calendar.access.Role.WRITER);
      case ROLE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  private static calendar.v1.Grantee message(Grantee grantee) {
    calendar.v1.Grantee.Builder message = calendar.v1.Grantee.newBuilder();
    switch (grantee.kind()) {
      case SUBJECT -> message.setSubject(grantee.name());
      case GROUP -> message.setGroup(grantee.name());
      case EVERYONE -> message.setEveryone(true);
    }
    return message.build();
  }

  private static Role message(calendar.access.Role role) {
    return switch (role) {
      case FREE_BUSY_READER -> Role.ROLE_FREE_BUSY_READER;
      case READER -> Role.ROLE_READER;
      case WRITER -> Role.ROLE_WRITER;
      case OWNER -> throw new IllegalArgumentException("the role OWNER cannot be granted");
    };
  }
}
