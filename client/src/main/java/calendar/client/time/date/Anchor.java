package calendar.client.time.date;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The reference for incomplete dates.
 *
 * @param today the day for words such as tomorrow
 * @param since the earliest time for a weekday, or for a day and month without a year
 */
public record Anchor(LocalDate today, LocalDateTime since) {}
