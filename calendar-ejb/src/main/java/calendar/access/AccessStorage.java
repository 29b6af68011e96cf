package calendar.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the grants of all owners. An owner has one grant for a grantee.
 *
 * <p>Every method blocks, and may throw {@link calendar.error.StorageUnavailableException}. Safe
 * for use by any number of threads, and of servers.
 */
public interface AccessStorage {

  /**
   * Stores a grant. If the grantee has one, only its role changes.
   *
   * @param most how many grants the owner may have
   * @return the grant as it is stored
   * @throws calendar.error.TooManyGrantsException if the grant is new and the owner has that many
   */
  Grant grant(Grant grant, int most);

  /**
   * Removes a grant.
   *
   * @throws calendar.error.GrantNotFoundException if there is none
   */
  void revoke(String ownerId, Grantee grantee);

  /**
   * Lists an owner's grants in the order of their grantees.
   *
   * @param after only grantees after this one
   * @param limit the largest number of grants
   */
  List<Grant> list(String ownerId, Optional<Grantee> after, int limit);

  /** Finds all grants of several owners by one statement, in no particular order. */
  List<Grant> find(Collection<String> ownerIds);
}
