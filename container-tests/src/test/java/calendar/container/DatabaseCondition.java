package calendar.container;

import calendar.local.container.ContainerImage;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the tests that shall run on a PostgreSQL in a container where none can. */
public final class DatabaseCondition implements ExecutionCondition {

  /** Whether the tests of this run are for a PostgreSQL in a container, not the embedded one. */
  static boolean asksForContainer() {
    return Boolean.getBoolean("calendar.test.postgresql.container");
  }

  /** Whether there is a database for the tests of this run. */
  static boolean holds() {
    return !asksForContainer() || ContainerImage.POSTGRESQL.isPresent();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return holds()
        ? ConditionEvaluationResult.enabled("there is a database")
        : ConditionEvaluationResult.disabled(
            "Docker does not answer or has no image " + ContainerImage.POSTGRESQL);
  }
}
