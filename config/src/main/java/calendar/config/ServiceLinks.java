package calendar.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ignores environment variables that Kubernetes sets. For a Service named {@code calendar-http},
 * Kubernetes adds {@code CALENDAR_HTTP_PORT=tcp://10.0.0.1:80} to the environment of every pod.
 * Such a value is never a port, so the program ignores it and prints a notice.
 */
final class ServiceLinks {
  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+:\\d+");
  private static final String SUFFIX = "_PORT";

  private ServiceLinks() {}

  /** Returns true if the key's environment variable contains such an address. */
  static boolean has(Key key, Map<String, String> environment) {
    String value = environment.get(key.environmentVariable());
    return key.port() && value != null && ADDRESS.matcher(value).matches();
  }

  /** One line for each ignored variable. */
  static List<String> notices(Map<String, String> environment) {
    return Arrays.stream(Key.values())
        .filter(key -> has(key, environment))
        .map(key -> notice(key.environmentVariable(), environment))
        .toList();
  }

  private static String notice(String variable, Map<String, String> environment) {
    String service = variable.substring(0, variable.length() - SUFFIX.length());
    return "%s: ignored \"%s\", which Kubernetes sets for the Service %s; to avoid it, set enableServiceLinks: false in the pod's spec"
        .formatted(
            variable,
            environment.get(variable),
            service.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
