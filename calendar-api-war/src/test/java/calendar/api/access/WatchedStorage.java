package calendar.api.access;

import calendar.access.AccessStorage;
import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.access.memory.MemoryAccessStorage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A storage that notes look-ups, and delays their answers if the test wants it. */
final class WatchedStorage implements AccessStorage {
  final List<String> asked = new CopyOnWriteArrayList<>();
  final AtomicInteger statements = new AtomicInteger();
  final CountDownLatch mayAnswer = new CountDownLatch(1);
  volatile boolean answersWait;
  volatile Runnable whileReading = () -> {};

  private final AccessStorage storage = new MemoryAccessStorage();

  @Override
  public Grant grant(Grant grant, int most) {
    return storage.grant(grant, most);
  }

  @Override
  public void revoke(String ownerId, Grantee grantee) {
    storage.revoke(ownerId, grantee);
  }

  @Override
  public List<Grant> list(String ownerId, Optional<Grantee> after, int limit) {
    return storage.list(ownerId, after, limit);
  }

  /** Answers with what is stored at the start. */
  @Override
  public List<Grant> find(Collection<String> ownerIds) {
    List<Grant> found = storage.find(ownerIds);
    statements.incrementAndGet();
    asked.addAll(ownerIds);
    whileReading.run();
    try {
      if (answersWait && !mayAnswer.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("the test did not let the storage answer");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return found;
  }
}
