package calendar.bdd.api;

import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.bdd.entrance.CallsWithToken;
import calendar.bdd.phrase.Person;
import calendar.bdd.system.SystemHooks;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.ClientCalls;
import java.util.HexFormat;
import java.util.List;

/** Calls the calendar's API with a time limit. Thread-safe. */
public final class Api {
  public static final long SECONDS_PER_CALL = 30;

  public Channel channel() {
    return SystemHooks.system().entrance().channel();
  }

  /** Calls as the owner that each request names. */
  public CalendarServiceBlockingStub calendar() {
    return CalendarServiceGrpc.newBlockingStub(channel())
        .withDeadlineAfter(SECONDS_PER_CALL, SECONDS);
  }

  /** Calls as a person, whatever owner a request names. */
  public CalendarServiceBlockingStub calendar(Person caller) {
    return calendar(SystemHooks.system().entrance().tokens().of(caller.ownerId()).orElseThrow());
  }

  /** Calls with a token, whatever owner a request names; without one if it is empty. */
  public CalendarServiceBlockingStub calendar(String token) {
    return calendar().withOption(CallsWithToken.TOKEN, token);
  }

  public Event book(Event.Builder event) {
    return book(event, "").getEvent();
  }

  public CreateEventResponse book(Event.Builder event, String requestId) {
    return calendar()
        .createEvent(
            CreateEventRequest.newBuilder().setEvent(event).setRequestId(requestId).build());
  }

  public Event read(String ownerId, String id) {
    GetEventRequest request = GetEventRequest.newBuilder().setOwnerId(ownerId).setId(id).build();
    return calendar().getEvent(request).getEvent();
  }

  public Event change(Event event, List<String> maskPaths) {
    UpdateEventRequest.Builder request = UpdateEventRequest.newBuilder().setEvent(event);
    if (!maskPaths.isEmpty()) {
      request.setUpdateMask(FieldMask.newBuilder().addAllPaths(maskPaths));
    }
    return calendar().updateEvent(request.build()).getEvent();
  }

  public void delete(String ownerId, String id, String etag) {
    DeleteEventRequest request =
        DeleteEventRequest.newBuilder().setOwnerId(ownerId).setId(id).setEtag(etag).build();
    calendar().deleteEvent(request);
  }

  /** Sends raw bytes, given as {@code 0a 7f}, to a method of the calendar. */
  public byte[] send(String method, String hex) {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodType.UNARY)
            .setFullMethodName(
                MethodDescriptor.generateFullMethodName(CalendarServiceGrpc.SERVICE_NAME, method))
            .setRequestMarshaller(new RawBytes())
            .setResponseMarshaller(new RawBytes())
            .build();
    return ClientCalls.blockingUnaryCall(
        channel(),
        descriptor,
        CallOptions.DEFAULT.withDeadlineAfter(SECONDS_PER_CALL, SECONDS),
        HexFormat.ofDelimiter(" ").parseHex(hex));
  }
}
