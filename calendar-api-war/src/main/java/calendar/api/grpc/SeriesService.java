package calendar.api.grpc;

import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.CallPipeline;
import calendar.api.call.Target;
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
import java.util.Map;
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
        call(
            CalendarMethod.CREATE_SERIES,
            request.getSeries().getOwnerId(),
            changed("", request.getRequestId(), request.getValidateOnly())),
        () -> series.create(request),
        new GrpcReply<>(observer, Function.identity(), created -> created.getSeries().getId()));
  }

  void get(GetSeriesRequest request, StreamObserver<GetSeriesResponse> observer) {
    run(
        call(CalendarMethod.GET_SERIES, request.getOwnerId(), Target.NONE),
        () -> series.get(request),
        reply(observer));
  }

  void update(UpdateSeriesRequest request, StreamObserver<UpdateSeriesResponse> observer) {
    run(
        call(
            CalendarMethod.UPDATE_SERIES,
            request.getSeries().getOwnerId(),
            changed(
                request.getSeries().getId(), request.getRequestId(), request.getValidateOnly())),
        () -> series.update(request),
        reply(observer));
  }

  void delete(DeleteSeriesRequest request, StreamObserver<DeleteSeriesResponse> observer) {
    run(
        call(CalendarMethod.DELETE_SERIES, request.getOwnerId(), Target.of(request.getId())),
        () -> series.delete(request),
        reply(observer));
  }

  void list(ListSeriesRequest request, StreamObserver<ListSeriesResponse> observer) {
    run(
        call(CalendarMethod.LIST_SERIES, request.getOwnerId(), Target.NONE),
        () -> series.list(request),
        reply(observer));
  }

  private static Target changed(String id, String requestId, boolean isTrial) {
    return new Target(id, Map.of("request_id", requestId, "validate_only", isTrial ? "true" : ""));
  }

  private static Call call(CalendarMethod method, String ownerId, Target target) {
    return new Call(method, CallEntrance.caller(), ownerId, target);
  }

  private static <T> GrpcReply<T, T> reply(StreamObserver<T> observer) {
    return new GrpcReply<>(observer, Function.identity());
  }

  private <T> void run(Call call, Supplier<T> work, GrpcReply<T, T> reply) {
    pipeline.runBlocking(call, reply, work);
  }
}
