package calendar.local.process;

import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;

/** Runs steps whose failures people read: a checked exception becomes a {@link LocalException}. */
public final class Attempt {
  private Attempt() {}

  /** A step without a result. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  /**
   * Runs a step and returns its result.
   *
   * @param what names the step in the message, such as "create /data"
   * @throws LocalException if the step throws a checked exception or is interrupted
   */
  public static <T> T to(String what, Callable<T> step) {
    try {
      return step.call();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("Interrupted while trying to " + what, interrupted);
    } catch (Exception failure) {
      throw new LocalException("Cannot %s: %s".formatted(what, reason(failure)), failure);
    }
  }

  /** Runs a step without a result, otherwise like {@link #to(String, Callable)}. */
  public static void to(String what, Step step) {
    Callable<Void> withResult =
        () -> {
          step.run();
          return null;
        };
    to(what, withResult);
  }

  private static String reason(Exception failure) {
    boolean messageIsOnlyPath = failure instanceof FileSystemException;
    return messageIsOnlyPath ? failure.toString() : failure.getMessage();
  }
}
