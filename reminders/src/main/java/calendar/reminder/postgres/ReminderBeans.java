package calendar.reminder.postgres;

import calendar.reminder.ReminderStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Provides the storage of reminders in PostgreSQL. */
@ApplicationScoped
public class ReminderBeans {

  @Produces
  @Singleton
  ReminderStorage storage(ReminderTransactions transactions) {
    return new PostgresReminderStorage(transactions);
  }
}
