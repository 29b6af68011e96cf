package calendar.faults.security;

import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.ListDayEventsRequest;
import com.google.type.Date;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists somebody else's day again and again, until stopped. Times are those of {@link
 * System#nanoTime} just before a call. Other threads may read what became of the calls.
 */
final class Grantee implements Runnable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Date DAY = Date.newBuilder().setYear(2031).setMonth(1).setDay(2).build();

  private final CalendarServiceBlockingStub calendar;
  private final ListDayEventsRequest request;
  private final AtomicLong allowed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean stopped;
  private volatile long lastAllowed;
  private volatile long lastRefused;
  private volatile String otherAnswer = "";

  /**
   * @param calendar calls with the grantee's token
   * @param owner whose day
   */
  Grantee(CalendarServiceBlockingStub calendar, String owner) {
    this.calendar = calendar;
    this.request = ListDayEventsRequest.newBuilder().setOwnerId(owner).setDate(DAY).build();
  }

  @Override
  public void run() {
    while (!stopped) {
      call();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void call() {
    long begin = System.nanoTime();
    try {
      calendar.withDeadlineAfter(30, TimeUnit.SECONDS).listDayEvents(request);
      lastAllowed = begin;
      allowed.incrementAndGet();
    } catch (StatusRuntimeException refusal) {
      if (refusal.getStatus().getCode() == Status.Code.PERMISSION_DENIED) {
        lastRefused = begin;
        refused.incrementAndGet();
      } else {
        otherAnswer = refusal.getStatus().toString();
      }
    }
  }

  void stop() {
    stopped = true;
  }

  /** How many calls succeeded. */
  long allowed() {
    return allowed.get();
  }

  /** How many calls were refused. */
  long refused() {
    return refused.get();
  }

  /** When the last call began that succeeded. */
  long lastAllowed() {
    return lastAllowed;
  }

  /** When the last call began that was refused. */
  long lastRefused() {
    return lastRefused;
  }

  /** An answer that was neither; empty if there was none. */
  String otherAnswer() {
    return otherAnswer;
  }
}
