package calendar.api;

import calendar.PackageCycles;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The dependencies that the packages of the API may have. */
@AnalyzeClasses(
    packages = "calendar",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest static final ArchTests PACKAGE_CYCLES = ArchTests.in(PackageCycles.class);
}
