package calendar.bdd.listing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.LastCall;
import calendar.bdd.listing.Listing.Page;
import calendar.bdd.phrase.People;
import calendar.bdd.phrase.Person;
import calendar.v1.Event;
import com.google.protobuf.util.Timestamps;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Steps for reading lists page by page. */
public final class PagingSteps {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Listings listings;
  private final People people;
  private final LastCall lastCall;
  private Listing listing;
  private List<Page> pages;

  public PagingSteps(Listings listings, People people, LastCall lastCall) {
    this.listings = listings;
    this.people = people;
    this.lastCall = lastCall;
  }

  @When("{person} lists {listedPeriod}, {int} events per page")
  public void lists(Person owner, ListedPeriod period, int size) {
    pages = period.of(owner, listings).pages(size);
  }

  @When("{person} asks for a first page of {int} event(s) of {listedPeriod}")
  public void asksForFirstPage(Person owner, int size, ListedPeriod period) {
    listing = period.of(owner, listings);
    pages = new ArrayList<>(List.of(listing.page(size, "")));
  }

  @When("{person} asks for a first page of {listedPeriod}")
  public void asksForFirstPage(Person owner, ListedPeriod period) {
    asksForFirstPage(owner, 0, period);
  }

  @When("{person} asks for the next page of {int} event(s)")
  public void asksForNextPage(Person owner, int size) {
    assertThat(lastPage().nextToken()).isNotEmpty();
    pages.add(listing.page(size, lastPage().nextToken()));
  }

  @When("{person} asks for the next page")
  public void asksForNextPage(Person owner) {
    asksForNextPage(owner, 0);
  }

  @When("{person} asks for a page of {int} events of {listedPeriod}")
  public void asksForPage(Person owner, int size, ListedPeriod period) {
    lastCall.attempt(() -> period.of(owner, listings).page(size, ""));
  }

  @When("{person} asks for a page of {listedPeriod} with the token {string}")
  public void asksForPage(Person owner, ListedPeriod period, String token) {
    lastCall.attempt(() -> period.of(owner, listings).page(0, token));
  }

  @When("the token is used for {}")
  public void tokenIsUsedFor(String words) {
    Person ann = people.named("Ann");
    Listing other =
        switch (words) {
          case "Bob's events" -> ListedPeriod.parse("2031-05-06").of(people.named("Bob"), listings);
          case "2031-05-07" -> ListedPeriod.parse("2031-05-07").of(ann, listings);
          case "the week from that day" ->
              ListedPeriod.parse("the week from 2031-05-06").of(ann, listings);
          case "its 24 hours" ->
              ListedPeriod.parse("2031-05-06 00:00 to 2031-05-07 00:00").of(ann, listings);
          case "that day in Asia/Tokyo" -> {
            ann.livesIn(java.time.ZoneId.of("Asia/Tokyo"));
            yield ListedPeriod.parse("2031-05-06").of(ann, listings);
          }
          default -> throw new IllegalArgumentException(words);
        };
    lastCall.attempt(() -> other.page(0, lastPage().nextToken()));
  }

  @Then("the pages hold {} events")
  public void thePagesHold(String sizes) {
    List<Integer> expected =
        NUMBER.matcher(sizes).results().map(MatchResult::group).map(Integer::valueOf).toList();
    assertThat(pages).extracting(page -> page.events().size()).containsExactlyElementsOf(expected);
  }

  @Then("the page holds {int} events")
  public void thePageHolds(int size) {
    assertThat(lastPage().events()).hasSize(size);
  }

  @Then("there is no next page")
  public void noNextPage() {
    assertThat(lastPage().nextToken()).isEmpty();
  }

  @Then("all {int} events are listed once, ordered by start, then id")
  public void allAreListedOnce(int count) {
    List<Event> listed = listed();
    assertThat(listed).hasSize(count).extracting(Event::getId).doesNotHaveDuplicates();
    assertThat(listed)
        .isSortedAccordingTo(
            Comparator.comparing(Event::getStartTime, Timestamps.comparator())
                .thenComparing(Event::getId));
  }

  @Then("{person} has seen")
  public void hasSeen(Person owner, List<String> titles) {
    assertThat(listed()).extracting(Event::getTitle).containsExactlyElementsOf(titles);
  }

  @Then("asking twice for the next page gives the same events")
  public void askingTwice() {
    Page once = listing.page(0, lastPage().nextToken());
    Page twice = listing.page(0, lastPage().nextToken());
    assertThat(once.events()).hasSize(7).isEqualTo(twice.events());
  }

  private Page lastPage() {
    return pages.get(pages.size() - 1);
  }

  private List<Event> listed() {
    return pages.stream().flatMap(page -> page.events().stream()).toList();
  }
}
