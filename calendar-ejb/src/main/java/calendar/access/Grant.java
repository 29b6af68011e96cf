package calendar.access;

import java.time.Instant;

/**
 * The access of a grantee to an owner's calendar.
 *
 * @param role not {@link Role#OWNER}
 * @param createTime when the grantee first got a role; in microseconds. A change of the role does
 *     not change it
 */
public record Grant(String ownerId, Grantee grantee, Role role, Instant createTime) {
  public Grant {
    if (role == Role.OWNER) {
      throw new IllegalArgumentException("the role OWNER cannot be granted");
    }
  }
}
