package calendar.client.repeat;

import java.time.LocalDate;

/** The day of the first start, whichever it is. */
record SameDay() implements RepeatDays {
  @Override
  public boolean contains(LocalDate day) {
    return true;
  }

  @Override
  public String parts() {
    return "";
  }

  @Override
  public String words() {
    return "";
  }

  @Override
  public String name() {
    return "any day";
  }
}
