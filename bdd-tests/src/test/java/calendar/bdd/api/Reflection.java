package calendar.bdd.api;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Lists the services and methods of a server by reflection, as grpcurl does. */
public final class Reflection {
  private final Channel channel;

  public Reflection(Channel channel) {
    this.channel = channel;
  }

  public List<String> services() throws Exception {
    return ask(ServerReflectionRequest.newBuilder().setListServices("").build())
        .getListServicesResponse()
        .getServiceList()
        .stream()
        .map(ServiceResponse::getName)
        .toList();
  }

  /** The simple names of the service's methods. */
  public List<String> methods(String service) throws Exception {
    ServerReflectionResponse response =
        ask(ServerReflectionRequest.newBuilder().setFileContainingSymbol(service).build());
    List<String> methods = new ArrayList<>();
    for (ByteString bytes : response.getFileDescriptorResponse().getFileDescriptorProtoList()) {
      methods.addAll(methods(service, bytes));
    }
    return methods;
  }

  private static List<String> methods(String service, ByteString bytes)
      throws InvalidProtocolBufferException {
    FileDescriptorProto file = FileDescriptorProto.parseFrom(bytes);
    return file.getServiceList().stream()
        .filter(found -> service.equals(file.getPackage() + "." + found.getName()))
        .flatMap(found -> found.getMethodList().stream())
        .map(MethodDescriptorProto::getName)
        .toList();
  }

  private ServerReflectionResponse ask(ServerReflectionRequest request) throws Exception {
    FirstAnswer answer = new FirstAnswer();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel)
            .withDeadlineAfter(Api.SECONDS_PER_CALL, SECONDS)
            .serverReflectionInfo(answer);
    requests.onNext(request);
    requests.onCompleted();
    return answer.response.get(Api.SECONDS_PER_CALL, SECONDS);
  }

  private static final class FirstAnswer implements StreamObserver<ServerReflectionResponse> {
    private final CompletableFuture<ServerReflectionResponse> response = new CompletableFuture<>();

    @Override
    public void onNext(ServerReflectionResponse answer) {
      response.complete(answer);
    }

    @Override
    public void onError(Throwable error) {
      response.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {
      response.completeExceptionally(new IllegalStateException("ended without an answer"));
    }
  }
}
