package calendar.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "calendar.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theLibraryKnowsNoProgram =
      noClasses()
          .that()
          .resideInAPackage("calendar.client")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.client.*..", "calendar.config..", "picocli..", "org.dmfs..")
          .because("other programs use the library alone; move what they do not need to a room");

  @ArchTest
  static final ArchRule readingFilesNeedsNoServer =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.v1..", "io.grpc..", "picocli..")
          .because("a file means the same whatever becomes of it; see calendar.client.importing");

  @ArchTest
  static final ArchRule onlyZonesExpandRules =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.client.ics.zone")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.dmfs..")
          .because("the library of recurrence rules is a detail of time zones; use FileZone");

  @ArchTest
  static final ArchRule zonesOfFilesStandAlone =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics.zone")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.ics.zone", "java..", "org.dmfs..")
          .because("a zone depends on its name and its VTIMEZONE only; pass it plain values");

  @ArchTest
  static final ArchRule dependsOnNoLocale =
      noClasses()
          .should()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a Turkish host has another upper case of \"i\": pass Locale.ROOT");
}
