package calendar.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "calendar.client", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule theLibraryKnowsNoProgram =
      noClasses()
          .that()
          .resideInAPackage("calendar.client")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "calendar.client.*..", "calendar.config..", "picocli..", "net.fortuna..")
          .because("other programs use the library alone; move what they do not need to a room");

  @ArchTest
  static final ArchRule readingFilesNeedsNoServer =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.v1..", "io.grpc..", "picocli..")
          .because("a file means the same whatever becomes of it; see calendar.client.importing");

  @ArchTest
  static final ArchRule oneRoomKnowsICal4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.client.ics")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.fortuna..")
          .because("IcsEvent says all that the rest needs to know of a VEVENT");

  @ArchTest
  static final ArchRule zonesOfFilesStandAlone =
      noClasses()
          .that()
          .resideInAPackage("calendar.client.ics.zone")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("calendar.client.ics.zone", "java..", "org.dmfs..")
          .because("a zone depends on its name and its VTIMEZONE only; pass it plain values");
}
