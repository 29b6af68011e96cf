package calendar.access.memory;

import calendar.access.AccessStorage;
import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.error.GrantNotFoundException;
import calendar.error.TooManyGrantsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps grants in the memory of this process. They are lost when the process ends. */
public final class MemoryAccessStorage implements AccessStorage {
  private final Map<String, NavigableMap<Grantee, Grant>> owners = new TreeMap<>();

  @Override
  public synchronized Grant grant(Grant grant, int most) {
    NavigableMap<Grantee, Grant> grants =
        owners.computeIfAbsent(grant.ownerId(), owner -> new TreeMap<>());
    Grant stored = grants.get(grant.grantee());
    if (stored == null && grants.size() >= most) {
      throw new TooManyGrantsException(grant.ownerId(), most);
    }
    Grant changed =
        stored == null
            ? grant
            : new Grant(grant.ownerId(), grant.grantee(), grant.role(), stored.createTime());
    grants.put(changed.grantee(), changed);
    return changed;
  }

  @Override
  public synchronized void revoke(String ownerId, Grantee grantee) {
    if (of(ownerId).remove(grantee) == null) {
      throw new GrantNotFoundException(ownerId, grantee.toString());
    }
  }

  @Override
  public synchronized List<Grant> list(String ownerId, Optional<Grantee> after, int limit) {
    NavigableMap<Grantee, Grant> grants = of(ownerId);
    return after.map(grantee -> grants.tailMap(grantee, false)).orElse(grants).values().stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Grant> find(Collection<String> ownerIds) {
    return ownerIds.stream().distinct().flatMap(id -> of(id).values().stream()).toList();
  }

  private NavigableMap<Grantee, Grant> of(String ownerId) {
    return owners.getOrDefault(ownerId, new TreeMap<>());
  }
}
