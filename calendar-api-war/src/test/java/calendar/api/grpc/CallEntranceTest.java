package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.call.Authorization;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.error.EtagMismatchException;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GrantAccessRequest;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.Series;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateSeriesRequest;
import io.grpc.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Authorization of gRPC calls. */
class CallEntranceTest extends OnGrpcServer {
  private final List<Call> checked = new CopyOnWriteArrayList<>();

  /** Refuses every call, with an error that no request here causes otherwise. */
  @Override
  Authorization authorization() {
    return call -> {
      checked.add(call);
      return CompletableFuture.failedFuture(new EtagMismatchException(new UUID(1, 2)));
    };
  }

  @Test
  void authorizesEveryMethodBeforeAnyWork() {
    Event event = Event.newBuilder().setOwnerId("ann").build();
    Series series = Series.newBuilder().setOwnerId("ann").build();
    List<Runnable> calls =
        List.of(
            () -> create(event),
            () -> calendar.getEvent(someEvent()),
            () -> calendar.updateEvent(UpdateEventRequest.newBuilder().setEvent(event).build()),
            () -> calendar.deleteEvent(anyEvent()),
            () -> calendar.findEvents(FindEventsRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.listEvents(ListEventsRequest.newBuilder().setOwnerId("ann").build()),
            () ->
                calendar.listDayEvents(ListDayEventsRequest.newBuilder().setOwnerId("ann").build()),
            () ->
                calendar.listWeekEvents(
                    ListWeekEventsRequest.newBuilder().setOwnerId("ann").build()),
            () ->
                calendar.listMonthEvents(
                    ListMonthEventsRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.createSeries(CreateSeriesRequest.newBuilder().setSeries(series).build()),
            () -> calendar.getSeries(GetSeriesRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.updateSeries(UpdateSeriesRequest.newBuilder().setSeries(series).build()),
            () -> calendar.deleteSeries(DeleteSeriesRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.listSeries(ListSeriesRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.grantAccess(GrantAccessRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.revokeAccess(RevokeAccessRequest.newBuilder().setOwnerId("ann").build()),
            () -> calendar.listAccess(ListAccessRequest.newBuilder().setOwnerId("ann").build()));

    for (Runnable call : calls) {
      assertThat(refused(call).getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
    }

    assertThat(checked).extracting(Call::method).containsExactly(CalendarMethod.values());
    assertThat(checked).extracting(Call::ownerIds).containsOnly(List.of("ann"));
    assertThat(reads).hasValue(0);
    assertThat(changes).hasValue(0);
  }

  @Test
  void passesTheAddressOfTheCaller() {
    refused(() -> calendar.getEvent(someEvent()));

    assertThat(checked)
        .singleElement()
        .satisfies(
            call ->
                assertThat(((InetSocketAddress) call.caller().peer()).getAddress())
                    .isEqualTo(InetAddress.getLoopbackAddress()));
  }
}
