package calendar.event.postgres;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Instants as {@code timestamptz}, which JPA 3.1 itself does not map; to be written only. A {@link
 * java.sql.Timestamp} would go by the Julian calendar before 1582-10-15, which PostgreSQL does not
 * know: and that is what EclipseLink reads, whatever is asked for here.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, OffsetDateTime> {

  @Override
  public OffsetDateTime convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * Reads nothing, rather than times that may be days off.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Instant convertToEntityAttribute(OffsetDateTime time) {
    throw new UnsupportedOperationException("times are read by EventRows");
  }
}
