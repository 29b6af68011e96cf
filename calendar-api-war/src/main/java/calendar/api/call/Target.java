package calendar.api.call;

import java.util.Map;

/**
 * What a call wants to change, for the audit.
 *
 * @param id the event or series as the request names it; empty if the call creates it
 * @param details further facts, such as {@code request_id}; empty values are left out. Never
 *     contents, such as titles
 */
public record Target(String id, Map<String, String> details) {
  /** Of a call that changes nothing. */
  public static final Target NONE = new Target("", Map.of());

  /** Something that is there. */
  public static Target of(String id) {
    return new Target(id, Map.of());
  }

  /** Something that the call creates. */
  public static Target created(String requestId) {
    return new Target("", Map.of("request_id", requestId));
  }
}
