package calendar.client.ics;

import calendar.client.ics.event.EventDates;
import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The expected results of the files in {@code src/test/resources/cases}. */
public final class Expected {
  public static final Path CASES = Path.of("src", "test", "resources", "cases");

  private Expected() {}

  /** A file and its expected results. {@code refused} is a part of the error message. */
  public record Case(
      String file,
      String refused,
      String charset,
      @SerializedName("floating_zone") String floatingZone,
      String after,
      @SerializedName("owner_from") String ownerFrom,
      List<Component> components) {
    @Override
    public String toString() {
      return file;
    }
  }

  /** A component. Notes and reason are parts of the reported texts. */
  public record Component(
      int line,
      String uid,
      String outcome,
      String reason,
      @SerializedName("decided_by") String decidedBy,
      String title,
      String start,
      String end,
      @SerializedName("start_date") String startDate,
      @SerializedName("end_date") String endDate,
      @SerializedName("time_zone") String timeZone,
      String location,
      boolean free,
      @SerializedName("remind_before") List<String> remindBefore,
      List<String> notes) {

    public List<String> reminders() {
      return remindBefore == null ? List.of() : remindBefore;
    }

    /** An all-day event has dates. */
    public Optional<EventDates> dates() {
      return Optional.ofNullable(startDate)
          .map(start -> new EventDates(LocalDate.parse(start), LocalDate.parse(endDate)));
    }

    public List<String> reported() {
      return notes == null ? List.of() : notes;
    }
  }

  public static List<Case> cases() throws IOException {
    try (Reader file = Files.newBufferedReader(CASES.resolve("expected.json"))) {
      return new Gson().fromJson(file, new TypeToken<List<Case>>() {}.getType());
    }
  }
}
