package calendar.client.time;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What incomplete dates count from.
 *
 * @param today for words such as tomorrow
 * @param since for a weekday, or a day and a month: the first one that is not before this
 */
record Anchor(LocalDate today, LocalDateTime since) {}
