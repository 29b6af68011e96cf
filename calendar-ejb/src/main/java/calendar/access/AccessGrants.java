package calendar.access;

import calendar.error.Violations;
import calendar.event.EventRules;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.page.PageSize;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Grants access to calendars and revokes it: validates what clients send, and keeps grants in an
 * {@link AccessStorage}. Who may call it is decided before. Safe for use by any number of threads.
 *
 * <p>Every method blocks. It throws {@link calendar.error.InvalidArgumentException}, which names
 * each bad field, and may throw {@link calendar.error.StorageUnavailableException}.
 */
public final class AccessGrants {
  /** How many grants an owner may have. */
  public static final int MOST_GRANTS = 1_000;

  private static final int GROUP_CHARACTERS = 256;

  private final AccessStorage storage;
  private final Clock clock;

  public AccessGrants(AccessStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Gives a grantee a role, instead of the one that it may have.
   *
   * @param grantee empty if the caller found it to be bad
   * @param role empty if the caller found it to be bad
   * @param violations the bad fields that the caller found. They are reported together with those
   *     found here
   * @return the grant as it is now
   * @throws calendar.error.TooManyGrantsException if the owner has {@link #MOST_GRANTS} others
   */
  public Grant grant(
      String ownerId, Optional<Grantee> grantee, Optional<Role> role, Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    grantee.ifPresent(named -> check(named, violations));
    violations.require(
        !grantee.equals(Optional.of(Grantee.subject(ownerId))),
        "grantee.subject",
        "must not be the owner, who may do everything");
    violations.require(
        role.isPresent() && role.get() != Role.OWNER,
        "role",
        "must be FREE_BUSY_READER, READER or WRITER");
    violations.throwIfAny();
    Grant wanted =
        new Grant(
            ownerId,
            grantee.orElseThrow(),
            role.orElseThrow(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return storage.grant(wanted, MOST_GRANTS);
  }

  /**
   * Takes the role of a grantee away.
   *
   * @param grantee empty if the caller found it to be bad
   * @param violations as of {@link #grant}
   * @throws calendar.error.GrantNotFoundException if it has none
   */
  public void revoke(String ownerId, Optional<Grantee> grantee, Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    grantee.ifPresent(named -> check(named, violations));
    violations.throwIfAny();
    storage.revoke(ownerId, grantee.orElseThrow());
  }

  /**
   * Lists an owner's grants in the order of their grantees, one page per call.
   *
   * @param pageSize as of {@link PageSize#of}
   * @param after the grantee where the previous page ended; empty for the first page
   * @param budget the limit of the page in bytes; a page may end early because of it
   * @param violations as of {@link #grant}
   * @param <T> a grant in the form that the client gets
   */
  public <T> Page<T, Grantee> list(
      String ownerId,
      int pageSize,
      Optional<Grantee> after,
      PageBudget<Grant, T> budget,
      Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    int size = PageSize.of(pageSize, violations);
    violations.throwIfAny();
    List<Grant> found = storage.list(ownerId, after, size + 1);
    return Page.cut(found, found.size() > size, budget, Grant::grantee);
  }

  private static void check(Grantee grantee, Violations violations) {
    switch (grantee.kind()) {
      case SUBJECT -> EventRules.owner(grantee.name(), "grantee.subject", violations);
      case GROUP ->
          EventRules.text(grantee.name(), 1, GROUP_CHARACTERS, "grantee.group", violations);
      case EVERYONE -> {
        // Has no name.
      }
    }
  }
}
