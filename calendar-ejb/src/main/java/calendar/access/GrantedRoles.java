package calendar.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;

/** The roles that one owner has granted. */
public final class GrantedRoles {
  private final Map<Grantee, Role> roles;

  /**
   * @param grants all grants of one owner
   */
  public GrantedRoles(Collection<Grant> grants) {
    roles = grants.stream().collect(toUnmodifiableMap(Grant::grantee, Grant::role));
  }

  /** How many grants there are. */
  public int count() {
    return roles.size();
  }

  /** Returns true if one of the caller's roles includes the needed one. */
  public boolean permit(Identity caller, Role needed) {
    return !roles.isEmpty()
        && (permit(Grantee.EVERYONE, needed)
            || permit(Grantee.subject(caller.subject()), needed)
            || caller.groups().stream().anyMatch(group -> permit(Grantee.group(group), needed)));
  }

  private boolean permit(Grantee grantee, Role needed) {
    Role granted = roles.get(grantee);
    return granted != null && granted.includes(needed);
  }
}
