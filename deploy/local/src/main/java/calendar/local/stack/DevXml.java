package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The XML that gives a server in dev mode its settings. It overrides the server's definition: the
 * server looks for changed classes, and logs to the file in which Liberty's Maven plugin looks for
 * its messages.
 */
final class DevXml {
  /** What the API reads of the settings. Logs go where Maven expects them. */
  private static final List<Key> KEYS =
      List.of(
          Key.HTTP_IP,
          Key.HTTP_PORT,
          Key.GRPC_IP,
          Key.GRPC_PORT,
          Key.GRPC_MAX_CONNECTIONS,
          Key.SCHEDULER_RETENTION,
          Key.SERIES_HORIZON,
          Key.FEATURES_FREE_EVENTS,
          Key.STORAGE,
          Key.DATABASE_HOST,
          Key.DATABASE_PORT,
          Key.DATABASE_NAME,
          Key.DATABASE_USER,
          Key.DATABASE_PASSWORD,
          Key.DATABASE_POOL_SIZE);

  private DevXml() {}

  static String of(Settings settings) {
    Map<String, String> variables = new LinkedHashMap<>();
    KEYS.forEach(key -> variables.put(key.variable(), settings.text(key)));
    variables.put("calendar.log.messages_file", "messages.log");
    StringBuilder xml = new StringBuilder("<server>\n");
    variables.forEach(
        (name, value) ->
            xml.append("  <variable name=\"%s\" value=\"%s\"/>%n".formatted(name, escaped(value))));
    return xml.append(
            """
              <config updateTrigger="polled"/>
              <applicationMonitor updateTrigger="polled"/>
            </server>
            """)
        .toString();
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
