package calendar.client.command.base;

import calendar.client.Address;
import calendar.client.time.WrittenDuration;
import calendar.client.time.text.TimeInputException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the text of options to values. */
public final class Converters {
  private Converters() {}

  public static final class ToDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return WrittenDuration.parse(text);
      } catch (TimeInputException notUnderstood) {
        throw new TypeConversionException(notUnderstood.getMessage());
      }
    }
  }

  /** Accepts zone names only, as the calendar does. Offsets are rejected. */
  public static final class ToZone implements ITypeConverter<ZoneId> {
    public static final String EXPECTED = "expected a time zone such as Europe/Brussels";
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    @Override
    public ZoneId convert(String text) {
      return named(text)
          .orElseThrow(
              () -> new TypeConversionException("%s, found '%s'".formatted(EXPECTED, text)));
    }

    public static Optional<ZoneId> named(String text) {
      return NAMES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    static boolean hasName(ZoneId zone) {
      return NAMES.contains(zone.getId());
    }
  }

  static final class ToAddress implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
      try {
        return Address.parse(text);
      } catch (IllegalArgumentException notUnderstood) {
        throw new TypeConversionException(
            "expected HOST:PORT such as localhost:8888, found '%s'".formatted(text));
      }
    }
  }
}
