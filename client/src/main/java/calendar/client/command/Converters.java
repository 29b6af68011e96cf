package calendar.client.command;

import calendar.client.Address;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the text of an option to what it means. */
final class Converters {
  private Converters() {}

  static final class ToDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return WrittenDuration.parse(text);
      } catch (UsageException notUnderstood) {
        throw new TypeConversionException(notUnderstood.getMessage());
      }
    }
  }

  static final class ToZone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException unknown) {
        throw new TypeConversionException(
            "expected a time zone such as Europe/Brussels, found '%s'".formatted(text));
      }
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
