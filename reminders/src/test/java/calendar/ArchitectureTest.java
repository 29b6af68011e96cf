package calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of this module may use. */
@AnalyzeClasses(
    packages = {
      "calendar.audit",
      "calendar.database",
      "calendar.error",
      "calendar.health",
      "calendar.reminder",
      "calendar.time"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests PACKAGE_CYCLES = ArchTests.in(PackageCycles.class);

  @ArchTest static final ArchTests DOMAIN = ArchTests.in(DomainRules.class);

  @ArchTest
  static final ArchRule USES_NO_JPA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..")
          .because("the scheduler and the sender run without JPA: use Statements");

  @ArchTest
  static final ArchRule AMQP_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("calendar.reminder.amqp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.rabbitmq..")
          .because("the broker is behind ports: use ReminderQueue or MessageHandler");

  @ArchTest
  static final ArchRule JDBC_STAYS_IN_ITS_PACKAGES =
      noClasses()
          .that()
          .resideInAnyPackage("calendar.reminder..", "calendar.time..", "calendar.health..")
          .and()
          .resideOutsideOfPackage("calendar.reminder.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "calendar.database..")
          .because("the database is behind a port: use ReminderStorage");
}
