package calendar.event.postgres.batch;

import java.util.List;

/** Runs single batches, for tests of other packages. */
public final class Batches {
  private Batches() {}

  /** Completes every create, on the calling thread. */
  public static void create(List<PendingCreate> batch, BatchStatements statements) {
    new CreateBatch(batch, statements).createAll();
  }
}
