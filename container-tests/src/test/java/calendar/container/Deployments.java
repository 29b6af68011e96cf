package calendar.container;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed: the API's WAR as it is shipped, and the tests inside of it. */
final class Deployments {
  private Deployments() {}

  static WebArchive api() {
    return ShrinkWrap.create(ZipImporter.class, "calendar-api.war")
        .importFrom(new File(System.getProperty("calendar.war")))
        .as(WebArchive.class)
        .addAsLibraries(library("org.assertj.core.api.Assertions"))
        .addAsLibraries(library("org.awaitility.Awaitility"))
        .addPackages(true, "calendar.container")
        .addClasses(
            classes(
                "calendar.event.EventStorageContract",
                "calendar.event.EventStorageRaces",
                "calendar.event.Race",
                "calendar.event.Race$Run",
                "calendar.event.Race$Outcome",
                "calendar.event.Drafts"));
  }

  private static File library(String className) {
    try {
      return new File(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?>[] classes(String... names) {
    return java.util.Arrays.stream(names)
        .map(
            name -> {
              try {
                return Class.forName(name);
              } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
              }
            })
        .toArray(Class<?>[]::new);
  }
}
