package calendar.api.access;

import calendar.access.AccessStorage;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.call.Authorization;
import calendar.api.call.Call;
import calendar.error.AccessDeniedException;
import calendar.error.CalendarException;
import calendar.error.UnauthenticatedException;
import calendar.event.EventRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * Permits calls to owners, to administrators, and to those who were granted the role that the call
 * needs. A call that names several owners is refused whole, for the first refused one in its order.
 * Safe for use by any number of threads.
 *
 * <p>Grants are read from the storage at most {@link #OLDEST_GRANTS} before the decision. Where
 * they cannot be read, the call fails with {@link calendar.error.StorageUnavailableException}. An
 * owner id that nobody can have is not decided on: the call rejects it before it touches the
 * storage.
 */
public final class GrantedAuthorization implements Authorization, AutoCloseable {
  /** After this time a revoked grant permits nothing, on any server. */
  static final Duration OLDEST_GRANTS = Duration.ofSeconds(5);

  /** How many owners of one call are looked up at a time, so that refused calls cost little. */
  private static final int OWNERS_AT_A_TIME = 64;

  private final GrantCache grants;
  private final LongSupplier nanoTime;

  /**
   * @param threads makes the thread that reads grants, which ends after {@link #close}
   */
  public GrantedAuthorization(AccessStorage storage, ThreadFactory threads) {
    this(storage, threads, System::nanoTime);
  }

  GrantedAuthorization(AccessStorage storage, ThreadFactory threads, LongSupplier nanoTime) {
    this.grants = new GrantCache(storage, threads, nanoTime);
    this.nanoTime = nanoTime;
  }

  @Override
  public CompletableFuture<Void> check(Call call) {
    CompletableFuture<Optional<Identity>> identity = call.caller().identity();
    if (!identity.isDone() || identity.isCompletedExceptionally()) {
      return identity.thenCompose(known -> check(call, known));
    }
    try {
      return check(call, identity.join());
    } catch (CalendarException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  @Override
  public int databaseConnections() {
    return 1;
  }

  /** Rejects new look-ups. Those that wait are still done. */
  @Override
  public void close() {
    grants.close();
  }

  private CompletableFuture<Void> check(Call call, Optional<Identity> known) {
    Identity caller =
        known.orElseThrow(() -> new UnauthenticatedException("the call has no token"));
    Role needed = call.method().role();
    List<String> others = caller.isAdmin() ? List.of() : othersThan(caller, call.ownerIds());
    if (others.isEmpty()) {
      return PERMITTED;
    }
    if (needed == Role.OWNER) {
      throw new AccessDeniedException(others.get(0));
    }
    return check(caller, needed, others);
  }

  private static List<String> othersThan(Identity caller, List<String> ownerIds) {
    return ownerIds.stream()
        .filter(owner -> !owner.equals(caller.subject()) && EventRules.isOwner(owner))
        .distinct()
        .toList();
  }

  private CompletableFuture<Void> check(Identity caller, Role needed, List<String> owners) {
    List<String> first = owners.subList(0, Math.min(owners.size(), OWNERS_AT_A_TIME));
    List<CompletableFuture<ReadGrants>> read = new ArrayList<>();
    first.forEach(owner -> read.add(grants.of(owner)));
    CompletableFuture<Void> decision =
        CompletableFuture.allOf(read.toArray(CompletableFuture[]::new))
            .handle(
                (done, failure) -> {
                  long now = nanoTime.getAsLong();
                  for (int i = 0; i < first.size(); i++) {
                    if (!read.get(i).join().permit(caller, needed, now, OLDEST_GRANTS)) {
                      throw new AccessDeniedException(first.get(i));
                    }
                  }
                  return null;
                });
    return first.size() == owners.size()
        ? decision
        : decision.thenCompose(
            permitted -> check(caller, needed, owners.subList(first.size(), owners.size())));
  }
}
