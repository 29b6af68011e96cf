package calendar.faults.security;

import static org.awaitility.Awaitility.await;

import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.GrantAccessRequest;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A round of one owner, who grants a role on one server and revokes it, while the grantee calls on
 * all servers.
 */
final class Revocation implements Runnable {
  /** From the answer to the revocation: no call that begins later may succeed (contract). */
  static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration WATCH = LIMIT.plusSeconds(3);
  private static final Duration POLL = Duration.ofMillis(10);

  /** Grants are cached for as long: the revocation comes at any time in the life of an entry. */
  private static final Duration CACHED = Duration.ofSeconds(3);

  private final String owner;
  private final String subject;
  private final CalendarServiceBlockingStub calendar;
  private final List<Grantee> grantees;
  private long revokedAt;

  /**
   * @param calendar calls the first server with the owner's token
   * @param grantees the calls of the subject, on each server
   */
  Revocation(
      String owner, String subject, CalendarServiceBlockingStub calendar, List<Grantee> grantees) {
    this.owner = owner;
    this.subject = subject;
    this.calendar = calendar;
    this.grantees = List.copyOf(grantees);
  }

  List<Grantee> grantees() {
    return grantees;
  }

  /** Grants and revokes, and watches for a few seconds more than the role may last. */
  @Override
  public void run() {
    awaitAll("is refused before", grantee -> grantee.refused() > 0);
    GrantAccessRequest.Builder grant = GrantAccessRequest.newBuilder().setOwnerId(owner);
    grant.getGranteeBuilder().setSubject(subject);
    calendar.grantAccess(grant.setRole(Role.ROLE_READER).build());
    awaitAll("is allowed", grantee -> grantee.allowed() > 0);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(CACHED.toNanos()));

    RevokeAccessRequest.Builder revocation = RevokeAccessRequest.newBuilder().setOwnerId(owner);
    revocation.getGranteeBuilder().setSubject(subject);
    calendar.revokeAccess(revocation.build());
    revokedAt = System.nanoTime();
    awaitAll(
        "calls after the limit",
        grantee ->
            Math.max(grantee.lastAllowed() - revokedAt, grantee.lastRefused() - revokedAt)
                > WATCH.toNanos());
  }

  /** How long after the revocation the last call began that still succeeded. */
  Duration greatestAge() {
    return Duration.ofNanos(
        grantees.stream().mapToLong(grantee -> grantee.lastAllowed() - revokedAt).max().orElse(0));
  }

  private void awaitAll(String what, Predicate<Grantee> condition) {
    await("%s of %s %s".formatted(subject, owner, what))
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(() -> grantees.stream().allMatch(condition));
  }
}
