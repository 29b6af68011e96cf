package calendar.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the variables that Kubernetes sets from those that a user sets. For a Service named {@code
 * calendar-http} it puts {@code CALENDAR_HTTP_PORT=tcp://10.0.0.1:80} into the environment of every
 * pod. No port looks like that, so it is ignored with a notice.
 */
final class ServiceLinks {
  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+:\\d+");
  private static final String SUFFIX = "_PORT";

  private ServiceLinks() {}

  /** Whether the environment has such an address in place of the key's value. */
  static boolean has(Key key, Map<String, String> environment) {
    String value = environment.get(key.environmentVariable());
    return key.port() && value != null && ADDRESS.matcher(value).matches();
  }

  /** A line for each variable that is ignored. */
  static List<String> notices(Map<String, String> environment) {
    return Arrays.stream(Key.values())
        .filter(key -> has(key, environment))
        .map(key -> notice(key.environmentVariable(), environment))
        .toList();
  }

  private static String notice(String variable, Map<String, String> environment) {
    String service = variable.substring(0, variable.length() - SUFFIX.length());
    return "%s: ignored \"%s\": Kubernetes sets it for the Service %s; enableServiceLinks: false in the pod's spec prevents that"
        .formatted(
            variable,
            environment.get(variable),
            service.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
