package calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules for modules that no program is in, events and reminders: see {@code ArchTests.in}. */
public final class DomainRules {
  private DomainRules() {}

  @ArchTest
  public static final ArchRule KNOWS_NO_TRANSPORT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "com.google.protobuf..", "jakarta.ws.rs..", "calendar.v1..")
          .because(
              "the domain serves any transport: put code that knows gRPC into calendar-api-war");

  @ArchTest
  public static final ArchRule ASKS_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("tests set the time: take it from the injected Clock");

  @ArchTest
  public static final ArchRule USES_NO_SQL_TIMESTAMPS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Timestamp")
          .because("it depends on the host's zone: Statements takes and returns Instants");

  @ArchTest
  public static final ArchRule DEPENDS_ON_NO_LOCALE =
      noClasses()
          .should()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a Turkish host has another upper case of \"i\": pass Locale.ROOT");
}
