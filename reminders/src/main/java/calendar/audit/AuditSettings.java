package calendar.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What the configuration says about the audit. */
@Dependent
public class AuditSettings {
  private static final Metadata LOST =
      Metadata.builder()
          .withName("calendar_audit_lines_lost_total")
          .withDescription("Lines of the audit that could not be written")
          .build();

  @Inject
  @ConfigProperty(name = "calendar.audit.file")
  private Optional<String> file;

  @Inject
  @ConfigProperty(name = "calendar.audit.required", defaultValue = "false")
  private boolean required;

  @Inject private MetricRegistry metrics;
  @Inject private Clock clock;

  /** Builds the audit. Off if no file is set. */
  public Audit audit() {
    if (file.isEmpty() || file.get().isBlank()) {
      return Audit.OFF;
    }
    Counter lost = metrics.counter(LOST);
    return new FileAudit(Path.of(file.get()), required, clock, lost::inc);
  }
}
