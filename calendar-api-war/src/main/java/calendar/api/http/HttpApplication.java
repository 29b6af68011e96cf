package calendar.api.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The web server's own pages. Liberty's features add health and metrics. */
@ApplicationPath("/")
public class HttpApplication extends Application {}
