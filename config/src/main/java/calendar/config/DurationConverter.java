package calendar.config;

import jakarta.annotation.Priority;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Lets the beans of a server read durations as the configuration writes them, such as {@code 5m}.
 * It stands above the converter that MicroProfile Config has by itself, which reads {@code PT5M}.
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
