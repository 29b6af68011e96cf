package calendar.access;

import java.util.Set;

/**
 * Who a caller has proved to be.
 *
 * @param subject the owner id of the caller's own calendar, byte for byte
 * @param groups the groups that the caller belongs to
 * @param isAdmin true if the caller may do everything with every calendar
 */
public record Identity(String subject, Set<String> groups, boolean isAdmin) {
  public Identity {
    groups = Set.copyOf(groups);
  }
}
