package calendar.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run a server of the distribution.
 *
 * @param name for messages, such as {@code calendar_api}
 * @param command the executable and its arguments
 * @param environment all of its environment: nothing is inherited
 * @param folder where it runs: relative paths in its configuration start there
 * @param http where its web server answers
 */
record Service(
    String name, List<String> command, Map<String, String> environment, Path folder, URI http) {

  /** Answers 200 once it is ready for work. */
  URI readiness() {
    return http.resolve("/health/ready");
  }
}
