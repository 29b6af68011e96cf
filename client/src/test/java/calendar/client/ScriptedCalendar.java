package calendar.client;

import calendar.v1.CalendarServiceGrpc.CalendarServiceImplBase;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A gRPC server on a free local port with scripted answers, to test how the client handles them.
 * The features test the answers of a real calendar.
 */
public final class ScriptedCalendar implements AutoCloseable {
  private final Server server;
  private final Address address;
  private final List<Message> requests = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Message> script;

  /**
   * @param script maps a request to its answer, or throws the status
   */
  public ScriptedCalendar(Function<Message, Message> script) throws IOException {
    this(InsecureServerCredentials.create(), script);
  }

  /**
   * @param credentials for a server with TLS
   */
  public ScriptedCalendar(ServerCredentials credentials, Function<Message, Message> script)
      throws IOException {
    this.script = script;
    this.server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), credentials)
            .addService(new Service())
            .intercept(new Authorizations())
            .build()
            .start();
    this.address = new Address("127.0.0.1", server.getPort());
  }

  /** An error with a reason, as in the API contract. */
  public static RuntimeException error(
      Code code, String reason, Map<String, String> metadata, Message... details) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage("the message of " + reason)
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setDomain("calendar")
                        .setReason(reason)
                        .putAllMetadata(metadata)
                        .build()));
    for (Message detail : details) {
      status.addDetails(Any.pack(detail));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  public void script(Function<Message, Message> next) {
    script = next;
  }

  public Address address() {
    return address;
  }

  /** All requests so far. */
  public List<Message> requests() {
    return requests;
  }

  /** The values of the header {@code authorization} so far. */
  public List<String> authorizations() {
    return authorizations;
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("unchecked")
  private <R extends Message> void answer(Message request, StreamObserver<R> call) {
    requests.add(request);
    R answer;
    try {
      answer = (R) script.apply(request);
    } catch (RuntimeException status) {
      call.onError(status);
      return;
    }
    call.onNext(answer);
    call.onCompleted();
  }

  private final class Authorizations implements ServerInterceptor {
    private static final Metadata.Key<String> KEY =
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      if (headers.containsKey(KEY)) {
        authorizations.add(headers.get(KEY));
      }
      return next.startCall(call, headers);
    }
  }

  private final class Service extends CalendarServiceImplBase {
    @Override
    public void createEvent(CreateEventRequest request, StreamObserver<CreateEventResponse> call) {
      answer(request, call);
    }

    @Override
    public void getEvent(GetEventRequest request, StreamObserver<GetEventResponse> call) {
      answer(request, call);
    }

    @Override
    public void updateEvent(UpdateEventRequest request, StreamObserver<UpdateEventResponse> call) {
      answer(request, call);
    }

    @Override
    public void deleteEvent(DeleteEventRequest request, StreamObserver<DeleteEventResponse> call) {
      answer(request, call);
    }

    @Override
    public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> call) {
      answer(request, call);
    }

    @Override
    public void findEvents(FindEventsRequest request, StreamObserver<FindEventsResponse> call) {
      answer(request, call);
    }

    @Override
    public void listDayEvents(
        ListDayEventsRequest request, StreamObserver<ListDayEventsResponse> call) {
      answer(request, call);
    }

    @Override
    public void listWeekEvents(
        ListWeekEventsRequest request, StreamObserver<ListWeekEventsResponse> call) {
      answer(request, call);
    }

    @Override
    public void listMonthEvents(
        ListMonthEventsRequest request, StreamObserver<ListMonthEventsResponse> call) {
      answer(request, call);
    }

    @Override
    public void createSeries(
        CreateSeriesRequest request, StreamObserver<CreateSeriesResponse> call) {
      answer(request, call);
    }

    @Override
    public void getSeries(GetSeriesRequest request, StreamObserver<GetSeriesResponse> call) {
      answer(request, call);
    }

    @Override
    public void updateSeries(
        UpdateSeriesRequest request, StreamObserver<UpdateSeriesResponse> call) {
      answer(request, call);
    }

    @Override
    public void deleteSeries(
        DeleteSeriesRequest request, StreamObserver<DeleteSeriesResponse> call) {
      answer(request, call);
    }

    @Override
    public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> call) {
      answer(request, call);
    }

    @Override
    public void grantAccess(GrantAccessRequest request, StreamObserver<GrantAccessResponse> call) {
      answer(request, call);
    }

    @Override
    public void revokeAccess(
        RevokeAccessRequest request, StreamObserver<RevokeAccessResponse> call) {
      answer(request, call);
    }

    @Override
    public void listAccess(ListAccessRequest request, StreamObserver<ListAccessResponse> call) {
      answer(request, call);
    }
  }
}
