package calendar.client.importing;

/** Receives the progress of an import. Calls come from any thread, but never concurrently. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * @param settled the number of components with a result
   * @param total the number of components in the file
   */
  void progressed(int settled, int total);
}
