package calendar.api.identity.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/**
 * Fetches the issuer's keys by HTTP. Follows no redirect, which could lead anywhere. Safe for use
 * by several threads.
 */
public final class HttpKeySource implements KeySource {
  static final int MOST_BYTES = 256 * 1024;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final HttpClient client;
  private final HttpRequest request;
  private final Duration timeout;

  /**
   * @param timeout from the request to the last byte of the answer
   * @param threads for the client's own work, which does not block
   */
  public HttpKeySource(URI keys, Duration timeout, Executor threads) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();
    this.request =
        HttpRequest.newBuilder(keys)
            .timeout(timeout)
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
  }

  @Override
  public IssuerKeys fetch() throws IOException {
    HttpResponse<byte[]> answer = answer();
    if (answer.statusCode() != OK) {
      throw new IOException("expected the answer 200, found %d".formatted(answer.statusCode()));
    }
    return IssuerKeys.parse(new String(answer.body(), UTF_8));
  }

  private HttpResponse<byte[]> answer() throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new LimitedBody(MOST_BYTES));
    try {
      return answer.get(timeout.toMillis(), MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new IOException("no answer within %d ms".formatted(timeout.toMillis()), slow);
    } catch (ExecutionException failed) {
      throw new IOException(reason(failed.getCause()), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    } finally {
      answer.cancel(true);
    }
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
