package calendar.api.access;

import calendar.access.GrantedRoles;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a look-up of an owner's grants found, or why it found nothing. */
final class ReadGrants {
  private final GrantedRoles roles;
  private final long readAt;
  private final Optional<RuntimeException> failure;

  private ReadGrants(GrantedRoles roles, long readAt, Optional<RuntimeException> failure) {
    this.roles = roles;
    this.readAt = readAt;
    this.failure = failure;
  }

  /**
   * @param readAt nanoseconds, before the storage was asked. Changes that ended earlier are in the
   *     grants
   */
  static ReadGrants of(GrantedRoles roles, long readAt) {
    return new ReadGrants(roles, readAt, Optional.empty());
  }

  static ReadGrants failed(RuntimeException failure) {
    return new ReadGrants(new GrantedRoles(List.of()), 0, Optional.of(failure));
  }

  /**
   * Returns true if one of the caller's roles includes the needed one.
   *
   * @param now nanoseconds
   * @param oldest the age from which on grants decide nothing
   * @throws StorageUnavailableException if the grants could not be read, or are too old
   */
  boolean permit(Identity caller, Role needed, long now, Duration oldest) {
    failure.ifPresent(
        reason -> {
          throw reason;
        });
    if (now - readAt > oldest.toNanos()) {
      throw new StorageUnavailableException("access cannot be checked in time; try again");
    }
    return roles.permit(caller, needed);
  }

  /** How long they may be used from now on; nothing if they could not be read. */
  Duration rest(long now, Duration longestUse) {
    return failure.isPresent()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, longestUse.toNanos() - (now - readAt)));
  }

  /** How many grants there are. */
  int count() {
    return roles.count();
  }
}
