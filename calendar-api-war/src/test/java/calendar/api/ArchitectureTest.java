package calendar.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import calendar.PackageCycles;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of the API may depend on. */
@AnalyzeClasses(
    packages = "calendar",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule CALL_PIPELINE_KNOWS_NO_PROTOCOL =
      noClasses()
          .that()
          .resideInAPackage("calendar.api.call..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..", "io.netty..", "com.google..", "calendar.v1..", "jakarta.ws.rs..")
          .because(
              "every protocol uses the call pipeline: put code for one protocol into its entrance,"
                  + " such as calendar.api.grpc, and pass the pipeline a CallReply");

  @ArchTest
  static final ArchRule MESSAGES_KNOW_NO_PROTOCOL =
      noClasses()
          .that()
          .resideInAPackage("calendar.api.message..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "io.netty..", "jakarta.ws.rs..")
          .because(
              "JSON uses the same messages as gRPC: put code for one protocol into its entrance");

  @ArchTest static final ArchTests PACKAGE_CYCLES = ArchTests.in(PackageCycles.class);
}
