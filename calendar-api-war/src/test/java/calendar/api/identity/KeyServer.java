package calendar.api.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys by HTTP on a free local port, well or badly. */
public final class KeyServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile String keys;
  private volatile int status = 200;
  private volatile String location = "";
  private volatile long delayMillis;

  public KeyServer(String keys) {
    this.keys = keys;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/keys", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
  }

  /** How often someone asked for the keys. */
  public int fetches() {
    return fetches.get();
  }

  public void publish(String newKeys) {
    keys = newKeys;
  }

  public void answerWith(int newStatus) {
    status = newStatus;
  }

  public void redirectTo(String target) {
    status = 302;
    location = target;
  }

  /** Sends the first byte at once and the others later. */
  public void delay(long millis) {
    delayMillis = millis;
  }

  private void answer(HttpExchange call) throws IOException {
    fetches.incrementAndGet();
    byte[] body = keys.getBytes(UTF_8);
    if (!location.isEmpty()) {
      call.getResponseHeaders().add("Location", location);
    }
    call.sendResponseHeaders(status, body.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(body, 0, 1);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(delayMillis);
      out.write(body, 1, body.length - 1);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      call.close();
    }
  }

  /** May be called again. */
  @Override
  public void close() {
    if (!threads.isShutdown()) {
      threads.shutdownNow();
      server.stop(0);
    }
  }
}
