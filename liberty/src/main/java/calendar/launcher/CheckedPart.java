package calendar.launcher;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much {@code --check} checks. */
enum CheckedPart {
  /** The configuration, and that the servers which it names take the logins. */
  LOGINS,
  /** Only the configuration: no login is tried. */
  OFFLINE;

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<CheckedPart> {
    @Override
    public CheckedPart convert(String text) {
      for (CheckedPart part : values()) {
        if (part.name().toLowerCase(Locale.ROOT).equals(text)) {
          return part;
        }
      }
      throw new TypeConversionException("expected logins or offline, found \"" + text + '"');
    }
  }
}
