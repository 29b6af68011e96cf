package calendar.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A request with the few properties that checks read; any other fails. */
final class Request {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> properties = new HashMap<>();

  static Request of(String method) {
    return new Request()
        .with("getMethod", method)
        .with("getProtocol", "HTTP/1.1")
        .with("getLocalAddr", "192.0.2.7")
        .with("getContentType", null)
        .with("getContentLengthLong", -1L);
  }

  Request header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Request body(String type, long length) {
    return with("getContentType", type).with("getContentLengthLong", length);
  }

  Request with(String getter, Object value) {
    properties.put(getter, value);
    return this;
  }

  HttpServletRequest get() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getHeader")) {
                return headers.get((String) arguments[0]);
              }
              if (properties.containsKey(method.getName())) {
                return properties.get(method.getName());
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
