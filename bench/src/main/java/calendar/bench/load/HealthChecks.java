package calendar.bench.load;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;

/** Calls that do nothing: what a call costs at all. */
public final class HealthChecks {
  private HealthChecks() {}

  public static Calls calls() {
    Call check =
        EncodedMethod.call(
            EncodedMethod.of(HealthGrpc.getCheckMethod()), HealthCheckRequest.getDefaultInstance());
    return () -> check;
  }
}
