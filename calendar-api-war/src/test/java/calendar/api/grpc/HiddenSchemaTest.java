package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that does not describe itself. */
class HiddenSchemaTest extends OnGrpcServer {
  @Override
  boolean exposesSchema() {
    return false;
  }

  @Test
  void hasNoReflection() {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> questions =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {
                    // The answer is there already.
                  }
                });
    questions.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());

    assertThatThrownBy(() -> answer.get(20, SECONDS)).hasMessageContaining("UNIMPLEMENTED");
  }
}
