package calendar.bdd.series;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.listing.Listings;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.protobuf.FieldMask;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Steps that change and delete series and their occurrences. */
public final class SeriesChangeSteps {
  private static final List<String> TIMES = List.of("start_time", "end_time");

  private final Api api;
  private final SeriesApi seriesApi;
  private final Listings listings;
  private final LastCall lastCall;
  private final SeenSeries seen;
  private Map<String, String> noted;

  public SeriesChangeSteps(
      Api api, SeriesApi seriesApi, Listings listings, LastCall lastCall, SeenSeries seen) {
    this.api = api;
    this.seriesApi = seriesApi;
    this.listings = listings;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @When("{person} moves the {string} of {day} to {period}")
  public void movesOccurrence(Person owner, String title, LocalDate day, Period when) {
    Event event = seen.occurrence(owner, title, day);
    Event moved = owner.event("", when).setId(event.getId()).build();
    lastCall.attempt(() -> api.change(moved, TIMES));
  }

  @When("{person} renames the {string} of {day} to {string}")
  public void renamesOccurrence(Person owner, String title, LocalDate day, String newTitle) {
    Event event = seen.occurrence(owner, title, day);
    Event renamed = owner.event().setTitle(newTitle).setId(event.getId()).build();
    lastCall.attempt(() -> api.change(renamed, List.of("title")));
  }

  @When("{person} deletes the {string} of {day}")
  public void deletesOccurrence(Person owner, String title, LocalDate day) {
    Event event = seen.occurrence(owner, title, day);
    lastCall.attempt(() -> api.delete(owner.ownerId(), event.getId(), ""));
  }

  @When("{person} changes the {string} of {day} and those that follow to")
  public void changesFollowing(Person owner, String title, LocalDate day, DataTable table) {
    change(from(seen.occurrence(owner, title, day)), owner, table);
  }

  @When("{person} deletes the {string} of {day} and those that follow")
  public void deletesFollowing(Person owner, String title, LocalDate day) {
    Event first = seen.occurrence(owner, title, day);
    DeleteSeriesRequest.Builder request =
        DeleteSeriesRequest.newBuilder().setOwnerId(owner.ownerId()).setId(first.getSeriesId());
    if (first.hasOriginalStartDate()) {
      request.setFromDate(first.getOriginalStartDate());
    } else {
      request.setFromTime(first.getOriginalStartTime());
    }
    lastCall.attempt(() -> seriesApi.delete(request));
  }

  @When("{person} changes the series {string} to")
  public void changesSeries(Person owner, String title, DataTable table) {
    change(whole(owner, title), owner, table);
  }

  @When("{person} changes the series of the {string} of {day} to")
  public void changesSeriesOf(Person owner, String title, LocalDate day, DataTable table) {
    UpdateSeriesRequest.Builder request = UpdateSeriesRequest.newBuilder();
    request.getSeriesBuilder().setId(seen.occurrence(owner, title, day).getSeriesId());
    change(request, owner, table);
  }

  @When("{person} changes the series {string} to this, skipping taken times")
  public void changesSeriesSkipping(Person owner, String title, DataTable table) {
    change(whole(owner, title).setOnConflict(OnConflict.ON_CONFLICT_SKIP), owner, table);
  }

  @When("{person} changes the series {string} with the etag that she has read to")
  public void changesSeriesAsRead(Person owner, String title, DataTable table) {
    UpdateSeriesRequest.Builder request = whole(owner, title);
    request.getSeriesBuilder().setEtag(seen.of(owner, title).getEtag());
    change(request, owner, table);
  }

  @When("{person} changes the series {string} from {time} on to")
  public void changesFromTime(Person owner, String title, LocalDateTime from, DataTable table) {
    change(whole(owner, title).setFromTime(ProtoTimes.timestamp(owner.at(from))), owner, table);
  }

  @When("{person} changes the series {string} from {day} on to")
  public void changesFromDate(Person owner, String title, LocalDate from, DataTable table) {
    change(whole(owner, title).setFromDate(ProtoTimes.date(from)), owner, table);
  }

  @When("{person} changes {string} of the series {string} to")
  public void changesFields(Person owner, String mask, String title, DataTable table) {
    UpdateSeriesRequest.Builder request = whole(owner, title);
    Series.Builder series = SeriesTable.read(table, owner).setId(request.getSeries().getId());
    request.setSeries(series);
    if (!mask.isEmpty()) {
      request.setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask.split(","))));
    }
    lastCall.attempt(() -> seriesApi.change(request));
  }

  @When("{person} deletes the series {string}")
  public void deletesSeries(Person owner, String title) {
    deleteSeries(owner, seen.of(owner, title).getId());
  }

  @When("{person} asks to {word} the series {string}")
  public void asksTo(Person owner, String verb, String id) {
    switch (verb) {
      case "read" -> lastCall.attempt(() -> seriesApi.read(owner.ownerId(), id));
      case "delete" -> deleteSeries(owner, id);
      case "change" -> {
        Series series = Series.newBuilder().setOwnerId(owner.ownerId()).setId(id).build();
        UpdateSeriesRequest.Builder request = UpdateSeriesRequest.newBuilder().setSeries(series);
        lastCall.attempt(() -> seriesApi.change(request));
      }
      default -> throw new IllegalArgumentException(verb);
    }
  }

  @Given("{person} has noted the ids of the events")
  public void notesIds(Person owner) {
    noted = idsByDay(owner);
  }

  @Then("{person}'s events have the noted ids")
  public void haveNotedIds(Person owner) {
    assertThat(idsByDay(owner)).isEqualTo(noted);
  }

  @Then("{int} occurrence(s) became a single event")
  public void becameSingle(int count) {
    UpdateSeriesResponse answer = (UpdateSeriesResponse) lastCall.outcome().answered();
    assertThat(answer.getDetachedCount()).isEqualTo(count);
  }

  private void deleteSeries(Person owner, String id) {
    DeleteSeriesRequest.Builder request =
        DeleteSeriesRequest.newBuilder().setOwnerId(owner.ownerId()).setId(id);
    lastCall.attempt(() -> seriesApi.delete(request));
  }

  private UpdateSeriesRequest.Builder whole(Person owner, String title) {
    UpdateSeriesRequest.Builder request = UpdateSeriesRequest.newBuilder();
    request.getSeriesBuilder().setId(seen.of(owner, title).getId());
    return request;
  }

  private static UpdateSeriesRequest.Builder from(Event first) {
    UpdateSeriesRequest.Builder request = UpdateSeriesRequest.newBuilder();
    request.getSeriesBuilder().setId(first.getSeriesId());
    return first.hasOriginalStartDate()
        ? request.setFromDate(first.getOriginalStartDate())
        : request.setFromTime(first.getOriginalStartTime());
  }

  private void change(UpdateSeriesRequest.Builder request, Person owner, DataTable table) {
    request.setSeries(
        SeriesTable.read(table, owner)
            .setId(request.getSeries().getId())
            .setEtag(request.getSeries().getEtag()));
    request.setUpdateMask(FieldMask.newBuilder().addAllPaths(SeriesTable.paths(table)));
    lastCall.attempt(() -> seriesApi.change(request));
  }

  private Map<String, String> idsByDay(Person owner) {
    return listings.everything(owner).all().stream()
        .collect(
            toMap(
                event ->
                    LocalDate.ofInstant(ProtoTimes.instant(event.getStartTime()), owner.zone())
                        .toString(),
                Event::getId));
  }
}
