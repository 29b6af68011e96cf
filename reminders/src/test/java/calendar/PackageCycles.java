package calendar;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rule against cycles between packages, for all modules: see {@code ArchTests.in}. */
public final class PackageCycles {
  private PackageCycles() {}

  @ArchTest
  public static final ArchRule NO_PACKAGE_CYCLES =
      slices()
          .matching("calendar.(**)")
          .should()
          .beFreeOfCycles()
          .because(
              "packages in a cycle can only be understood together: move the class that both need"
                  + " to the lower package, or let the lower package declare an interface that the"
                  + " higher one implements");
}
