package calendar.clients;

import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.v1.CalendarServiceGrpc;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.stub.ClientCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A grpcurl command. The test makes the same call without grpcurl.
 *
 * @param json the request
 * @param address the server's address
 * @param method the method, as {@code service/method}
 */
record GrpcurlLine(String json, String address, String method) {
  private static final Pattern CALL =
      Pattern.compile("grpcurl -plaintext -max-time \\d+ -d '([^']*)' (\\S+) (\\S+/\\S+)\\n");
  private static final Pattern DESCRIBE =
      Pattern.compile(
          "grpcurl -plaintext \\S+ describe " + CalendarServiceGrpc.SERVICE_NAME + "\\n");

  /**
   * Reads the calls among commands, in order.
   *
   * @throws AssertionError if a command is neither a call nor a description of the service
   */
  static List<GrpcurlLine> in(String commands) {
    String calls = DESCRIBE.matcher(commands).replaceAll("");
    String rest = CALL.matcher(calls).replaceAll("");
    if (!rest.isBlank()) {
      throw new AssertionError("not a call of grpcurl that this test can read: " + rest);
    }
    List<GrpcurlLine> lines = new ArrayList<>();
    for (Matcher matcher = CALL.matcher(calls); matcher.find(); ) {
      lines.add(new GrpcurlLine(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return lines;
  }

  /**
   * Makes the call.
   *
   * @throws io.grpc.StatusRuntimeException if the server rejects it
   */
  Message call(Channel channel) throws Exception {
    MethodDescriptor<Message, Message> called = descriptor();
    Message.Builder request =
        ((PrototypeMarshaller<Message>) called.getRequestMarshaller())
            .getMessagePrototype()
            .newBuilderForType();
    JsonFormat.parser().merge(json, request);
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(30, SECONDS);
    return ClientCalls.blockingUnaryCall(channel, called, options, request.build());
  }

  @SuppressWarnings("unchecked")
  private MethodDescriptor<Message, Message> descriptor() {
    return (MethodDescriptor<Message, Message>)
        CalendarServiceGrpc.getServiceDescriptor().getMethods().stream()
            .filter(known -> known.getFullMethodName().equals(method))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no such method: " + method));
  }
}
