package calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the rooms of this module may know. */
@AnalyzeClasses(packages = "calendar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NO_TRANSPORT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "com.google.protobuf..", "jakarta.ws.rs..", "calendar.v1..")
          .because("the domain serves any transport: put what speaks gRPC into calendar-api-war");

  @ArchTest
  static final ArchRule ASKS_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time comes from the injected Clock, which tests can set");

  @ArchTest
  static final ArchRule JPA_STAYS_IN_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.event.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..")
          .because("a storage is one room: reach it through EventStorage");

  @ArchTest
  static final ArchRule DEPENDS_ON_NO_LOCALE =
      noClasses()
          .should()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a Turkish host has another upper case of \"i\": pass Locale.ROOT");
}
