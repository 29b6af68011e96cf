package calendar.client.importing;

import calendar.client.AsyncCalendarClient;
import calendar.client.DateBusyException;
import calendar.client.RetryPolicy;
import calendar.client.RetryableException;
import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import calendar.client.ics.IcsReader;
import calendar.client.ics.SkippedComponent;
import calendar.v1.CreateEventRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Books every event of a file, many calls at once, and accounts for every component. Events that
 * take the same time race for it: any one of them wins. For one import; not thread-safe.
 */
public final class Importer {
  private final Booker booker;
  private final int inFlight;
  private final Semaphore window;
  private final Consumer<ImportCounts> progress;
  private final ImportTally tally = new ImportTally();
  private final Set<String> requestIds = new HashSet<>();

  /**
   * @param inFlight how many calls may wait for their answers at once
   * @param progress told after every component, on any thread, one at a time
   */
  public Importer(
      AsyncCalendarClient client,
      RetryPolicy retries,
      int inFlight,
      Consumer<ImportCounts> progress) {
    this.booker = new Booker(client, retries);
    this.inFlight = inFlight;
    this.window = new Semaphore(inFlight);
    this.progress = progress;
  }

  /**
   * Imports to the end of the file, or until the calendar cannot be reached any more.
   *
   * @throws IOException if the file cannot be read on
   * @throws InterruptedException if the thread is interrupted
   */
  public ImportReport run(IcsReader file, OwnerSource owners)
      throws IOException, InterruptedException {
    try {
      beginAll(file, owners);
    } finally {
      window.acquire(inFlight);
    }
    return new ImportReport(
        tally.counts(), tally.skipped(), tally.withoutReminders(), booker.gaveUp());
  }

  private void beginAll(IcsReader file, OwnerSource owners)
      throws IOException, InterruptedException {
    IcsComponent component = file.next();
    while (component != null && booker.gaveUp().isEmpty()) {
      if (component instanceof IcsEvent event) {
        begin(event, owners.ownerOf(event));
      } else if (component instanceof SkippedComponent skipped) {
        skip(skipped);
      }
      component = file.next();
    }
  }

  private void begin(IcsEvent event, Optional<String> owner) throws InterruptedException {
    if (owner.isEmpty()) {
      skip(skipped(event, "names no owner"));
      return;
    }
    CreateEventRequest request = BookingRequest.of(event, owner.get());
    if (!requestIds.add(request.getRequestId())) {
      skip(skipped(event, "repeats the UID of an earlier event"));
      return;
    }
    window.acquire();
    booker
        .book(request)
        .whenComplete(
            (booking, failure) -> {
              try {
                count(event, booking, failure);
              } finally {
                window.release();
              }
            });
  }

  private void count(IcsEvent event, Booking booking, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (booking == Booking.ALREADY_THERE) {
      tally.alreadyThere();
    } else if (booking == Booking.CREATED) {
      tally.created(event);
    } else if (cause instanceof DateBusyException) {
      tally.busy();
    } else if (!(cause instanceof RetryableException)) {
      tally.skipped(skipped(event, cause.getMessage()));
    }
    tellProgress();
  }

  private void skip(SkippedComponent component) {
    tally.skipped(component);
    tellProgress();
  }

  private synchronized void tellProgress() {
    progress.accept(tally.counts());
  }

  private static SkippedComponent skipped(IcsEvent event, String reason) {
    return new SkippedComponent("VEVENT", event.uid(), event.line(), reason);
  }
}
