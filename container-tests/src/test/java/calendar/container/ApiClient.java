package calendar.container;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the deployed API from outside, over gRPC and HTTP. */
final class ApiClient implements AutoCloseable {
  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress("127.0.0.1", Integer.getInteger("calendar.test.grpc.port"))
          .usePlaintext()
          .build();
  private final HttpClient http = HttpClient.newHttpClient();

  CalendarServiceBlockingStub calendar() {
    return CalendarServiceGrpc.newBlockingStub(channel);
  }

  ServingStatus servingStatus() {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String url =
        "http://127.0.0.1:%s%s".formatted(System.getProperty("calendar.test.http.port"), path);
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
