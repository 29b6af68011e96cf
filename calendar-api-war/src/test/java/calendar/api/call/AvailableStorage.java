package calendar.api.call;

/** A storage that is always available. */
public final class AvailableStorage implements StorageState {
  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public void recordAnswer() {
    // Not needed.
  }
}
