package calendar.bench.secure;

import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/**
 * Callers with a token each, in teams of ten. Each has a calendar of their own, and has granted
 * their team the role of a writer. Safe for use by several threads.
 */
public final class Subjects {
  private static final int TEAM = 10;
  private static final Duration LIFETIME = Duration.ofHours(12);

  private static final String GRANTS =
      """
      INSERT INTO grants (owner_id, grantee_kind, grantee, role, create_time)
      SELECT owner::text, 'GROUP', 'team-' || owner / 10, 'WRITER', now()
      FROM generate_series(?::bigint, ?::bigint) owner
      """;

  private final long first;
  private final List<String> authorizations;

  private Subjects(long first, List<String> authorizations) {
    this.first = first;
    this.authorizations = authorizations;
  }

  /**
   * Issues a token to each.
   *
   * @param first the owner id of the first one, a multiple of ten; the others follow it
   * @param count a multiple of ten
   */
  public static Subjects of(TokenIssuer issuer, long first, int count) {
    return new Subjects(
        first,
        LongStream.range(first, first + count)
            .mapToObj(subject -> "Bearer " + token(issuer, subject))
            .toList());
  }

  private static String token(TokenIssuer issuer, long subject) {
    List<String> groups = List.of("team-" + subject / TEAM, "staff", "brussels", "calendar-users");
    return issuer.token(Long.toString(subject), groups, LIFETIME);
  }

  /** Stores what each has granted to their team. */
  public void grant(Tables tables) throws SQLException {
    tables.run(GRANTS, first, first + authorizations.size() - 1);
  }

  /**
   * The same calls with tokens: half of them by the calendar's owner, half by another member of the
   * owner's team. All calls must be about calendars of these subjects.
   */
  public Calls calling(Calls calls) {
    return () -> {
      Call call = calls.next();
      int owner = (int) (Long.parseLong(call.ownerId()) - first);
      return call.by(authorizations.get(caller(owner, ThreadLocalRandom.current())));
    };
  }

  /** Who calls, by number. */
  static int caller(int owner, ThreadLocalRandom random) {
    if (random.nextBoolean()) {
      return owner;
    }
    int others = random.nextInt(1, TEAM);
    return owner - owner % TEAM + (owner + others) % TEAM;
  }
}
