package calendar.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a {@link GuardedProcess} runs.
 *
 * @param words the program and its arguments
 * @param environment its environment: it inherits only PATH, unless this has one
 * @param folder where it runs
 * @param stopSignal the name of the signal that stops it in an orderly way, such as TERM
 * @param stopLimit how long it may take then until it is killed; whole seconds
 */
public record GuardedCommand(
    List<String> words,
    Map<String, String> environment,
    Path folder,
    String stopSignal,
    Duration stopLimit) {}
