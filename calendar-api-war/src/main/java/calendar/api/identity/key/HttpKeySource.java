package calendar.api.identity.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import calendar.config.Key;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Fetches the issuer's keys by HTTP. Follows no redirect, which could lead anywhere. Safe for use
 * by several threads.
 */
public final class HttpKeySource implements KeySource {
  static final int MOST_BYTES = 256 * 1024;
  private static final int OK = 200;

  private final IssuerClient client;
  private final HttpRequest request;
  private final Duration timeout;

  /**
   * @param authorities the file of {@code auth.ca}; if empty, what Java trusts is trusted
   * @param timeout from the request to the last byte of the answer
   * @param threads for the client's own work, which does not block
   */
  public HttpKeySource(URI keys, Optional<Path> authorities, Duration timeout, Executor threads) {
    this.timeout = timeout;
    this.client = new IssuerClient(authorities, threads);
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
        client.get().sendAsync(request, head -> new LimitedBody(MOST_BYTES));
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
    String words =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return failure instanceof SSLException ? "%s (%s)".formatted(words, Key.AUTH_CA.path()) : words;
  }
}
