package calendar.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps web pages of others away from a server that asks no caller who they are. A page may make
 * the browser of somebody on this machine send requests here:
 *
 * <ul>
 *   <li>under a name of its own that suddenly means this server (DNS rebinding): such a name is not
 *       one of {@link AllowedHosts};
 *   <li>as a form or a script of a page from elsewhere (CSRF): a browser names the page's {@code
 *       Origin}, and a form cannot send JSON.
 * </ul>
 *
 * Clients that are no browsers may leave out the headers, and need none of this.
 */
final class BrowserCheck implements Check {
  private static final int FORBIDDEN = 403;
  private static final int MISDIRECTED = 421;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final String JSON = "application/json";

  private final AllowedHosts hosts;

  BrowserCheck(AllowedHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Optional<Refusal> refusal(HttpServletRequest request) {
    Optional<String> host = host(request);
    if (host.isPresent() && !hosts.allow(host.get(), request.getLocalAddr())) {
      return Optional.of(
          new Refusal(
              MISDIRECTED,
              "421 This server does not answer to that host name. Use localhost, or add the name to"
                  + " http.hosts"));
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isOwn(origin, host)) {
      return Optional.of(
          new Refusal(FORBIDDEN, "403 This server does not answer web pages of another origin"));
    }
    if (!READING.contains(request.getMethod()) && hasBody(request) && !isJson(request)) {
      return Optional.of(
          new Refusal(UNSUPPORTED_MEDIA_TYPE, "415 Send changes as application/json"));
    }
    return Optional.empty();
  }

  /** HTTP/1.0 may leave it out, which no browser does; HTTP/2 has it elsewhere. */
  private static Optional<String> host(HttpServletRequest request) {
    String header = request.getHeader("Host");
    if (header == null && request.getProtocol().startsWith("HTTP/2")) {
      return Optional.ofNullable(request.getServerName());
    }
    return Optional.ofNullable(header);
  }

  private boolean isOwn(String origin, Optional<String> host) {
    String authority = origin.replaceFirst("^https?://", "");
    return !authority.equals(origin)
        && (host.filter(authority::equalsIgnoreCase).isPresent() || hosts.isNamed(authority));
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentType() != null
        || request.getContentLengthLong() > 0
        || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }
}
