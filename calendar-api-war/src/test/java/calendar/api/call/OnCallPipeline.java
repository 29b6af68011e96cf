package calendar.api.call;

import calendar.audit.Audit;
import calendar.batching.Operation;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Tests of a pipeline whose steps a test controls. */
abstract class OnCallPipeline {
  static final Call CALL =
      new Call(
          CalendarMethod.GET_EVENT,
          Caller.anonymous(new InetSocketAddress("10.0.0.1", 5555)),
          "ann");

  final Set<Operation> full = EnumSet.noneOf(Operation.class);
  final List<Call> checked = new ArrayList<>();
  final Queue<Runnable> queued = new ArrayDeque<>();
  final RecordingReply<String> reply = new RecordingReply<>();
  CompletableFuture<Void> permission = Authorization.PERMITTED;
  Runnable whileStorageIsChecked = () -> {};
  boolean available = true;
  boolean threadsAreBusy;
  int answers;
  int works;
  final CallPipeline pipeline = pipeline();

  private CallPipeline pipeline() {
    StorageState storage =
        new StorageState() {
          @Override
          public boolean isAvailable() {
            boolean found = available;
            whileStorageIsChecked.run();
            return found;
          }

          @Override
          public void recordAnswer() {
            answers++;
          }
        };
    return new CallPipeline(
        new Admission(work -> !full.contains(work), storage),
        call -> {
          checked.add(call);
          return permission;
        },
        new CallAudit(audit(), Clock.systemUTC()),
        storage,
        this::enqueue);
  }

  /** Tests of the audit override this. */
  Audit audit() {
    return Audit.OFF;
  }

  private void enqueue(Runnable task) {
    if (threadsAreBusy) {
      throw new RejectedExecutionException();
    }
    queued.add(task);
  }

  Supplier<CompletableFuture<String>> work(CompletableFuture<String> result) {
    return () -> {
      works++;
      return result;
    };
  }

  Supplier<String> blockingWork() {
    return () -> {
      works++;
      return "done";
    };
  }
}
