package calendar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies that the packages of this module may have. */
@AnalyzeClasses(
    packages = "calendar",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest static final ArchTests PACKAGE_CYCLES = ArchTests.in(PackageCycles.class);

  @ArchTest static final ArchTests DOMAIN = ArchTests.in(DomainRules.class);

  @ArchTest
  static final ArchRule JPA_STAYS_IN_POSTGRES_STORAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.event.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..")
          .because(
              "only the storage in PostgreSQL knows JPA: add what you need to EventStorage and"
                  + " implement it there");

  @ArchTest
  static final ArchRule LIBRARY_FOR_RULES_STAYS_IN_ONE_CLASS =
      noClasses()
          .that()
          .haveNameNotMatching("calendar\\.recurrence\\.rule\\.LibraryRule(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.dmfs..")
          .because(
              "only LibraryRule knows lib-recur, and corrects it (decision 0021): use"
                  + " calendar.recurrence.Recurrence");

  @ArchTest
  static final ArchRule PLANNERS_KNOW_NO_STORAGE =
      noClasses()
          .that()
          .resideInAPackage("calendar.series.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "calendar.series.postgres..",
              "calendar.series.memory..",
              "calendar.event.postgres..",
              "calendar.event.memory..",
              "calendar.database..",
              "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("calendar.series.storage.SeriesStorage")
          .because(
              "a storage may call a planner more than once: plan from the SeriesState that it passes");

  @ArchTest
  static final ArchRule RECURRENCE_IS_THE_ENTRANCE_TO_RULES =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.recurrence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.recurrence.rule..")
          .because(
              "a rule means nothing without its dates and first start: use"
                  + " calendar.recurrence.Recurrence");

  @ArchTest
  static final ArchRule RECURRENCE_KNOWS_NO_EVENTS =
      noClasses()
          .that()
          .resideInAPackage("calendar.recurrence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calendar.event..", "jakarta..", "java.sql..", "java.util.logging..")
          .because("rules are evaluated without events, storage or server: pass what they need");

  @ArchTest
  static final ArchRule ENTITIES_HAVE_NO_TIMES =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .haveRawType(resideInAPackage("java.time"))
          .because(
              "EclipseLink converts times through java.sql.Timestamp, which is wrong before"
                  + " 1582-10-15: read and write them by SQL (decision 0015)");
}
