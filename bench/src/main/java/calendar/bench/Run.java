package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.limit.PgBench;
import calendar.bench.system.BenchedSystem;
import java.util.function.Consumer;

/**
 * A run of the bench: what all sections share.
 *
 * @param progress is told in a line what happens next
 */
public record Run(
    BenchedSystem system, PgBench pgbench, Pace pace, Figures figures, Consumer<String> progress) {}
