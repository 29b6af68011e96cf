package calendar.local.container;

/** The images of which tests run containers, where Docker has them. */
public enum ContainerImage {
  RABBITMQ("rabbitmq:4-management"),
  POSTGRESQL("postgres:17");

  private final String reference;

  ContainerImage(String reference) {
    this.reference = reference;
  }

  /** Whether Docker answers within two seconds and has it. It is asked once. */
  public boolean isPresent() {
    return Docker.hasImage(reference);
  }

  /** Its name with its tag. */
  @Override
  public String toString() {
    return reference;
  }
}
