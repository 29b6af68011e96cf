package calendar.bdd.api;

import calendar.v1.SeriesConflicts;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendar's answer to a rejected call. */
public record Rejection(
    Status.Code code,
    Optional<ErrorInfo> info,
    List<FieldViolation> violations,
    Optional<SeriesConflicts> conflicts,
    String message) {

  static Rejection of(StatusRuntimeException error) {
    List<Any> details = StatusProto.fromThrowable(error).getDetailsList();
    return new Rejection(
        error.getStatus().getCode(),
        detail(details, ErrorInfo.class),
        detail(details, BadRequest.class).map(BadRequest::getFieldViolationsList).orElse(List.of()),
        detail(details, SeriesConflicts.class),
        String.valueOf(error.getStatus().getDescription()));
  }

  String domain() {
    return info.map(ErrorInfo::getDomain).orElse("");
  }

  String reason() {
    return info.map(ErrorInfo::getReason).orElse("");
  }

  public Map<String, String> metadata() {
    return info.map(ErrorInfo::getMetadataMap).orElse(Map.of());
  }

  private static <T extends Message> Optional<T> detail(List<Any> details, Class<T> type) {
    return details.stream().filter(detail -> detail.is(type)).findFirst().map(d -> unpack(d, type));
  }

  private static <T extends Message> T unpack(Any detail, Class<T> type) {
    try {
      return detail.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("a detail is not a valid " + type.getSimpleName(), e);
    }
  }
}
