package calendar.config;

import jakarta.annotation.Priority;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Converts durations such as {@code 5m} for beans that inject configuration values. Its priority is
 * above the built-in converter of MicroProfile Config, which reads {@code PT5M}.
 */
@Priority(200)
public final class DurationConverter implements Converter<Duration> {
  private static final long serialVersionUID = 1L;

  @Override
  public Duration convert(String value) {
    return ValueType.parseDuration(value)
        .orElseThrow(
            () -> new IllegalArgumentException("expected a duration, found \"" + value + '"'));
  }
}
