package calendar.api.call;

/** A storage that is always there. */
public final class AvailableStorage implements CallPipeline.StorageState {
  @Override
  public boolean answers() {
    return true;
  }

  @Override
  public void sawAnswer() {
    // Nobody looks.
  }
}
