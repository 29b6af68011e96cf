package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server reflection, as tools such as grpcurl use it. */
class ReflectionTest extends OnGrpcServer {
  private static final String ALPHA = "grpc.reflection.v1alpha.ServerReflection";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google.rpc.ErrorInfo",
        "google.rpc.BadRequest",
        "google.rpc.BadRequest.FieldViolation",
        "google.rpc.RetryInfo",
        "google.rpc.Status",
        "calendar.v1.CalendarService",
        "calendar.v1.Event",
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        ALPHA
      })
  void describesTheSymbolInBothVersions(String symbol) throws Exception {
    String message = symbol.substring(symbol.lastIndexOf('.') + 1);

    for (List<FileDescriptorProto> files : List.of(v1(symbol), v1alpha(symbol))) {
      assertThat(files).isNotEmpty();
      assertThat(files.get(0).toString()).contains("name: \"" + message + "\"");
    }
  }

  @Test
  void findsTheFileOfTheDetails() throws Exception {
    ServerReflectionResponse answer =
        ask(
            ServerReflectionRequest.newBuilder()
                .setFileByFilename("google/rpc/error_details.proto")
                .build());

    assertThat(files(answer.getFileDescriptorResponse().getFileDescriptorProtoList()))
        .extracting(FileDescriptorProto::getName)
        .contains("google/rpc/error_details.proto", "google/protobuf/duration.proto");
  }

  @Test
  void listsTheServices() throws Exception {
    ServerReflectionResponse answer =
        ask(ServerReflectionRequest.newBuilder().setListServices("").build());

    assertThat(answer.getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .containsExactlyInAnyOrder(
            "calendar.v1.CalendarService",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            ALPHA);
  }

  private List<FileDescriptorProto> v1(String symbol) throws Exception {
    ServerReflectionResponse answer =
        ask(ServerReflectionRequest.newBuilder().setFileContainingSymbol(symbol).build());
    return files(answer.getFileDescriptorResponse().getFileDescriptorProtoList());
  }

  private ServerReflectionResponse ask(ServerReflectionRequest request) throws Exception {
    return first(ServerReflectionGrpc.newStub(channel)::serverReflectionInfo, request);
  }

  @SuppressWarnings("deprecation")
  private List<FileDescriptorProto> v1alpha(String symbol) throws Exception {
    var stub = io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(channel);
    var request =
        io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
            .setFileContainingSymbol(symbol)
            .build();
    io.grpc.reflection.v1alpha.ServerReflectionResponse answer =
        first(stub::serverReflectionInfo, request);
    return files(answer.getFileDescriptorResponse().getFileDescriptorProtoList());
  }

  private static <Q, A> A first(Function<StreamObserver<A>, StreamObserver<Q>> method, Q request)
      throws Exception {
    CompletableFuture<A> answer = new CompletableFuture<>();
    StreamObserver<Q> asking =
        method.apply(
            new StreamObserver<>() {
              @Override
              public void onNext(A first) {
                answer.complete(first);
              }

              @Override
              public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
              }

              @Override
              public void onCompleted() {}
            });
    asking.onNext(request);
    asking.onCompleted();
    return answer.get(10, SECONDS);
  }

  private static List<FileDescriptorProto> files(List<ByteString> encoded)
      throws InvalidProtocolBufferException {
    List<FileDescriptorProto> files = new ArrayList<>();
    for (ByteString file : encoded) {
      files.add(FileDescriptorProto.parseFrom(file));
    }
    return files;
  }
}
