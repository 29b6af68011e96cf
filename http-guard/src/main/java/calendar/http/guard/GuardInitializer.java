package calendar.http.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the guard in front of every web application of the server: ours, and those of Liberty's
 * features, whose health and metrics no filter of ours would see. Liberty loads it by its feature
 * {@code bells}, with the properties of {@code calendar.xml} and {@code server.xml}.
 */
public final class GuardInitializer implements ServletContainerInitializer {
  private static final String METRICS = "/metrics";

  /** No value of {@code http.hosts}, which names hosts. */
  private static final String ANY_HOST = "*";

  private static final String NAME = "calendar-guard";

  /**
   * Static, because Liberty makes two kinds of instances: one by the bell, which gets the
   * properties, and one for each web application, which does not.
   */
  private static volatile Map<String, String> given = Map.of();

  /**
   * Takes the properties of the bell; Liberty calls this before the first web application starts.
   *
   * @param properties {@code metricsAccess} and {@code metricsTokenFile}; {@code hosts}, which is
   *     {@value #ANY_HOST} for a server that has nothing to change; {@code authMode}
   */
  public void updateBell(Map<String, String> properties) {
    given = Map.copyOf(properties);
  }

  @Override
  public void onStartup(Set<Class<?>> unused, ServletContext application) {
    Map<String, String> properties = given;
    if (!properties.containsKey("metricsAccess")) {
      throw new IllegalStateException(
          "The guard of the HTTP port has no configuration: see <bell>");
    }
    List<Check> checks = checks(application.getContextPath(), properties);
    if (checks.isEmpty()) {
      return;
    }
    FilterRegistration.Dynamic filter = application.addFilter(NAME, new GuardFilter(checks));
    if (filter == null) {
      return; // The other instance has added it.
    }
    filter.setAsyncSupported(true);
    boolean afterOthers = false;
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), afterOthers, "/*");
  }

  static List<Check> checks(String contextPath, Map<String, String> properties) {
    List<Check> checks = new ArrayList<>();
    String hosts = properties.getOrDefault("hosts", "");
    if (!hosts.equals(ANY_HOST) && !"jwt".equals(properties.get("authMode"))) {
      checks.add(new BrowserCheck(AllowedHosts.of(hosts)));
    }
    if (contextPath.equals(METRICS) && "token".equals(properties.get("metricsAccess"))) {
      checks.add(new TokenCheck(new TokenFile(Path.of(properties.get("metricsTokenFile")))));
    }
    return checks;
  }
}
