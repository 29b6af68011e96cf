package calendar.local;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "calendar.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule HAS_NO_PACKAGE_CYCLES =
      slices()
          .matching("calendar.local.(*)..")
          .should()
          .beFreeOfCycles()
          .because(
              "stack uses postgres and broker, these use container and process, and process uses"
                  + " none of them: move a class that does not fit, or pass what it needs");
}
