package calendar.batching;

/**
 * Decides before a request is read whether there is room for it. To reject a request here costs
 * almost nothing. Safe for use by any number of threads.
 */
@FunctionalInterface
public interface AdmissionControl {
  /**
   * Returns false if the caller must reject a request for this operation. True is no promise: the
   * request may still be rejected later. Ask once for each request, because a false answer counts
   * as a rejection and prolongs the overload. Never blocks.
   */
  boolean hasCapacity(Operation operation);
}
