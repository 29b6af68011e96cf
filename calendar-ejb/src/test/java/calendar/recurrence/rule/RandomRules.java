package calendar.recurrence.rule;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes rules of all kinds. Some are not valid, and many give nothing. */
public final class RandomRules {
  private RandomRules() {}

  public static String rule(Random random) {
    Frequency frequency = Frequency.values()[random.nextInt(5)];
    boolean years = frequency == Frequency.YEARLY;
    StringBuilder rule = new StringBuilder("FREQ=" + frequency);
    if (random.nextInt(3) == 0) {
      rule.append(";INTERVAL=").append(1 + random.nextInt(random.nextBoolean() ? 10 : 10_000));
    }
    if (random.nextInt(3) == 0) {
      rule.append(";COUNT=4000");
    }
    if (random.nextInt(3) == 0) {
      rule.append(";WKST=").append(List.of("SU", "WE", "SA").get(random.nextInt(3)));
    }
    add(rule, random, "BYMONTH", 1, 12, 3);
    add(rule, random, "BYMONTHDAY", -31, 31, frequency == Frequency.WEEKLY ? 0 : 3);
    add(rule, random, "BYYEARDAY", -366, 366, years || frequency == Frequency.HOURLY ? 5 : 0);
    boolean weeks = years && random.nextInt(4) == 0;
    add(rule, random, "BYWEEKNO", -53, 53, weeks ? 1 : 0);
    add(rule, random, "BYHOUR", 0, 23, 3);
    add(rule, random, "BYMINUTE", 0, 59, 4);
    add(rule, random, "BYSECOND", 0, 59, 6);
    if (random.nextInt(3) == 0) {
      boolean counted = frequency.countsWeekdays() && !weeks && random.nextBoolean();
      List<String> days =
          counted
              ? List.of("1MO", "-1FR", "2TU,-2SU", "5WE", "SA,1SU")
              : List.of("MO", "TU", "SU,WE", "FR,TH,MO,TU,WE", "SA,SU");
      rule.append(";BYDAY=").append(days.get(random.nextInt(5)));
    }
    add(rule, random, "BYSETPOS", -20, 20, 5);
    return rule.toString();
  }

  public static String range(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .filter(number -> number != 0 || first == 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** Adds a part to one of so many rules: all of its numbers, or a few. */
  private static void add(
      StringBuilder rule, Random random, String part, int first, int last, int oneIn) {
    if (oneIn == 0 || random.nextInt(oneIn) > 0) {
      return;
    }
    int lowest = random.nextBoolean() && first < 0 ? 1 : first;
    rule.append(';').append(part).append('=');
    rule.append(
        random.nextInt(6) == 0
            ? range(first < 0 ? 1 : first, last)
            : IntStream.range(0, 1 + random.nextInt(3))
                .map(i -> lowest + random.nextInt(last - lowest + 1))
                .map(number -> number == 0 && first < 0 ? 1 : number)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",")));
  }
}
