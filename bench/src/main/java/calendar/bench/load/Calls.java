package calendar.bench.load;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.util.concurrent.ThreadLocalRandom;

/** What to call next, for ever. Safe for use by several threads. */
@FunctionalInterface
public interface Calls {
  Call next();

  /** Health checks, which do nothing: what a call costs at all. */
  static Calls ofHealth() {
    Call check =
        EncodedMethod.of(HealthGrpc.getCheckMethod())
            .call("", HealthCheckRequest.getDefaultInstance());
    return () -> check;
  }

  /**
   * What a calendar gets all day: 80 % lists, 15 % bookings, 2.5 % changes, 2.5 % deletions.
   *
   * @param create its bookings
   * @param read what it lists and changes
   * @param deleted what it deletes
   */
  static Calls mix(Calls create, RowCalls read, RowCalls deleted) {
    Calls list = read.listDay();
    Calls update = read.update();
    Calls delete = deleted.delete();
    return () -> {
      int drawn = ThreadLocalRandom.current().nextInt(1_000);
      if (drawn < 800) {
        return list.next();
      }
      return (drawn < 950 ? create : drawn < 975 ? update : delete).next();
    };
  }
}
