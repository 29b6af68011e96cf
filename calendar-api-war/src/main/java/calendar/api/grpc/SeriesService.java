package calendar.api.grpc;

import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.CallPipeline;
import calendar.api.message.SeriesCalls;
import calendar.series.SeriesCalendar;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes the calls about series to the call pipeline. All of them block. */
final class SeriesService {
  private final SeriesCalls series;
  private final CallPipeline pipeline;

  SeriesService(SeriesCalendar calendar, CallPipeline pipeline) {
    this.series = new SeriesCalls(calendar, GrpcServer.LARGEST_PAGE_BYTES);
    this.pipeline = pipeline;
  }

  void create(CreateSeriesRequest request, StreamObserver<CreateSeriesResponse> observer) {
    run(
        CalendarMethod.CREATE_SERIES,
        request.getSeries().getOwnerId(),
        () -> series.create(request),
        observer);
  }

  void get(GetSeriesRequest request, StreamObserver<GetSeriesResponse> observer) {
    run(CalendarMethod.GET_SERIES, request.getOwnerId(), () -> series.get(request), observer);
  }

  void update(UpdateSeriesRequest request, StreamObserver<UpdateSeriesResponse> observer) {
    run(
        CalendarMethod.UPDATE_SERIES,
        request.getSeries().getOwnerId(),
        () -> series.update(request),
        observer);
  }

  void delete(DeleteSeriesRequest request, StreamObserver<DeleteSeriesResponse> observer) {
    run(CalendarMethod.DELETE_SERIES, request.getOwnerId(), () -> series.delete(request), observer);
  }

  void list(ListSeriesRequest request, StreamObserver<ListSeriesResponse> observer) {
    run(CalendarMethod.LIST_SERIES, request.getOwnerId(), () -> series.list(request), observer);
  }

  private <T> void run(
      CalendarMethod method, String ownerId, Supplier<T> work, StreamObserver<T> observer) {
    pipeline.runBlocking(
        new Call(method, CallEntrance.caller(), ownerId),
        new GrpcReply<>(observer, Function.identity()),
        work);
  }
}
