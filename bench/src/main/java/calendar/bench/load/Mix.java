package calendar.bench.load;

import java.util.concurrent.ThreadLocalRandom;

/** What a calendar gets all day: 80 % lists, 15 % bookings, 5 % changes and deletions. */
public final class Mix implements Calls {
  private static final int LISTS = 800;
  private static final int CREATES = 150;
  private static final int UPDATES = 25;
  private static final int ALL = 1_000;

  private final Calls list;
  private final Calls create;
  private final Calls update;
  private final Calls delete;

  /**
   * @param create its bookings
   * @param read what it lists
   * @param changed what it changes and deletes
   */
  public Mix(Calls create, RowCalls read, RowCalls changed) {
    this.list = read.listDay();
    this.create = create;
    this.update = read.update();
    this.delete = changed.delete();
  }

  @Override
  public Call next() {
    int drawn = ThreadLocalRandom.current().nextInt(ALL);
    if (drawn < LISTS) {
      return list.next();
    }
    if (drawn < LISTS + CREATES) {
      return create.next();
    }
    return (drawn < LISTS + CREATES + UPDATES ? update : delete).next();
  }
}
