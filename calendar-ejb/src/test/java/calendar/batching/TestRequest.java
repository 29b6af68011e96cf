package calendar.batching;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/** A request of any size. {@link #size} may fail. */
record TestRequest(IntSupplier sizeSupplier, CompletableFuture<String> result)
    implements Pending<String> {

  static TestRequest ofSize(int size) {
    return new TestRequest(() -> size, new CompletableFuture<>());
  }

  static TestRequest withoutSize(Error failure) {
    return new TestRequest(
        () -> {
          throw failure;
        },
        new CompletableFuture<>());
  }

  @Override
  public int size() {
    return sizeSupplier.getAsInt();
  }

  void succeed() {
    result.complete("done");
  }
}
