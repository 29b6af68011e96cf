package calendar.client.command;

import calendar.client.command.base.Converters;
import calendar.client.command.base.UsageException;
import calendar.client.ics.ReadOptions;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for an iCalendar file that lacks or misstates information. */
final class FileOptions {
  @Option(
      names = "--zone-of",
      paramLabel = "NAME=ZONE",
      description =
          "The time zone behind a name in the file, such as 'Office=Europe/Paris'. May be repeated.")
  private Map<String, String> zonesOf = Map.of();

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "The file's charset, such as ISO-8859-15 (default: from the file, else UTF-8).")
  private String charset;

  @Option(
      names = "--default-duration",
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description = "Length of events that have none (default: skip such events).")
  private Duration defaultDuration;

  /**
   * @param zone the zone for times without a zone, if the user gave one
   * @param ownerProperty the property that holds each event's owner
   */
  ReadOptions with(Optional<ZoneId> zone, Optional<String> ownerProperty) {
    if (defaultDuration != null && defaultDuration.isZero()) {
      throw new UsageException("--default-duration: expected more than 0");
    }
    return new ReadOptions(
        zone,
        zones(),
        Optional.ofNullable(charset).map(FileOptions::charset),
        Optional.ofNullable(defaultDuration),
        ownerProperty);
  }

  private Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new LinkedHashMap<>();
    zonesOf.forEach((name, zone) -> zones.put(name, zone(name, zone)));
    return zones;
  }

  private static ZoneId zone(String name, String zone) {
    return Converters.ToZone.named(zone)
        .orElseThrow(
            () ->
                new UsageException(
                    "--zone-of: %s for '%s', found '%s'"
                        .formatted(Converters.ToZone.EXPECTED, name, zone)));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(
          "--charset: expected a charset such as ISO-8859-15, found '%s'".formatted(name));
    }
  }
}
