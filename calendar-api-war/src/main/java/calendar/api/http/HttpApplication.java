package calendar.api.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The web server's own pages; health and metrics come beside them from the server's features. */
@ApplicationPath("/")
public class HttpApplication extends Application {}
