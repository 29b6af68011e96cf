package calendar.api.call;

import java.util.concurrent.CompletableFuture;

/** Permits every call: callers do not identify themselves yet. */
public final class PermitAll implements Authorization {

  @Override
  public CompletableFuture<Void> check(Call call) {
    return PERMITTED;
  }
}
