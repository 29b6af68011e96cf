package calendar.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "calendar.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule libraryDoesNotDependOnProgram =
      noClasses()
          .that()
          .resideInAnyPackage("calendar.client", "calendar.client.error")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "calendar.client.*..", "calendar.config..", "picocli..", "org.dmfs..")
                  .and(resideOutsideOfPackage("calendar.client.error")))
          .because("other programs use only the library; move other code to a sub-package");

  @ArchTest
  static final ArchRule readingFilesDoesNotNeedServer =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.v1..", "io.grpc..", "picocli..")
          .because(
              "reading a file must not depend on its import; move the code to calendar.client.importing");

  @ArchTest
  static final ArchRule eventsDoNotDependOnOtherPackages =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics.event")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.ics.event", "java..")
          .because("an event does not know how it is read; move the code to calendar.client.ics");

  @ArchTest
  static final ArchRule onlyZonesExpandRules =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.client.ics.zone..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.dmfs..")
          .because("recurrence rules are a detail of time zones; use FileZone");

  @ArchTest
  static final ArchRule zonesDoNotDependOnOtherPackages =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics.zone..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.ics.zone..", "java..", "org.dmfs..")
          .because("a zone depends only on its name and its VTIMEZONE; pass plain values");

  @ArchTest
  static final ArchRule doesNotDependOnDefaultLocale =
      noClasses()
          .should()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a Turkish host has another upper case of \"i\"; pass Locale.ROOT");

  @ArchTest
  static final ArchRule syntaxDoesNotDependOnOtherPackages =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics.syntax")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.ics.syntax", "java..")
          .because(
              "syntax does not know what properties mean; move the code to calendar.client.ics");

  @ArchTest
  static final ArchRule decisionsMakeNoCalls =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.importing.decision")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Client")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.grpc..")
          .because(
              "decisions are tested without a server; make calls in calendar.client.importing");

  @ArchTest
  static final ArchRule repetitionsAreWordsAndRules =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.repeat")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.repeat", "calendar.client.time..", "java..")
          .because("a repetition depends only on its words or its rule; pass plain values");

  @ArchTest
  static final ArchRule hasNoPackageCycles =
      slices()
          .matching("calendar.client.(**)")
          .should()
          .beFreeOfCycles()
          .because(
              "packages must be understandable one by one; move the shared class to a package below");
}
