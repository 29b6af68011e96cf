package calendar.client.importing;

/** Learns how far an import is. Called on any thread, one call at a time. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * @param settled how many components have their result
   * @param total how many components the file has
   */
  void progressed(int settled, int total);
}
