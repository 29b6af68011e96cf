package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calendar.config.Key;
import calendar.local.process.Ports;
import calendar.tls.CertificateFiles;
import calendar.tls.TestAuthority;
import calendar.tls.TrustedAuthorities;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar_api whose HTTP port has a certificate and a token for metrics, in one life of it. */
class HttpEntranceIT {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration RENEWAL = Duration.ofSeconds(60);
  private static final String TOKEN = "open-sesame";

  @TempDir private Path folder;

  private TestAuthority authority;
  private CertificateFiles files;
  private int port;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    authority = new TestAuthority(folder, "ours");
    files = authority.issue("localhost", "tls");
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    port = Ports.free();
    server =
        RunningServer.begin(
            "calendar_api",
            folder,
            port,
            Map.of(
                "CALENDAR_HTTP_PORT", "" + port,
                "CALENDAR_GRPC_PORT", "" + Ports.free(),
                "CALENDAR_STORAGE", "memory",
                "CALENDAR_HTTP_TLS_CERTIFICATE", "tls.pem",
                "CALENDAR_HTTP_TLS_KEY", "tls-key.pem",
                "CALENDAR_HTTP_HOSTS", "calendar.example.com",
                "CALENDAR_METRICS_ACCESS", "token",
                "CALENDAR_METRICS_TOKEN_FILE", "token"));
    await().atMost(START).until(() -> !server.process().isAlive() || isReady());
    assertThat(server.process().isAlive()).as("runs: %s", server.console()).isTrue();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void guardsItsPortAndRenewsItsCertificate() throws Exception {
    assertThat(server.console())
        .contains("HTTP speaks TLS only, with the certificate of CN=localhost, valid until")
        .doesNotContain("conflicting values");
    speaksNoPlainText();
    speaksNoOldTls();
    asksForTheTokenOfMetrics();
    refusesOtherHostsAndPages();
    goesOnWithFilesThatDoNotFit();
    renewsWithoutAFailedCall();
    assertThat(server.console()).doesNotContain(TOKEN);
  }

  private void speaksNoPlainText() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET /health/ready HTTP/1.0\r\n\r\n".getBytes("US-ASCII"));
      assertThat(new String(socket.getInputStream().readAllBytes(), "ISO-8859-1"))
          .doesNotContain("HTTP/1.1 200");
    }
    awaitLine("received an unencrypted inbound communication on a secure connection");
  }

  private void speaksNoOldTls() throws IOException {
    try (SSLSocket socket = connect()) {
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
    try (SSLSocket socket = connect("TLSv1.2")) {
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
    }
  }

  private void asksForTheTokenOfMetrics() throws IOException {
    assertThat(get("/metrics"))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Bearer")
        .endsWith("401 Metrics need the token of metrics.token_file, as a bearer token\n");
    assertThat(get("/metrics", "Authorization: Bearer wrong")).startsWith("HTTP/1.1 401");
    for (String path : List.of("/metrics/", "//metrics", "/metrics/application", "/./metrics")) {
      assertThat(get(path)).as(path).doesNotContain("calendar_grpc");
    }
    assertThat(get("/metrics", "Authorization: Bearer " + TOKEN))
        .startsWith("HTTP/1.1 200")
        .contains("calendar_grpc_connections")
        .contains(
            "calendar_tls_certificate_expiry_timestamp_seconds{mp_scope=\"application\",port=\"http\"");
    assertThat(get("/health/ready")).startsWith("HTTP/1.1 200");
  }

  private void refusesOtherHostsAndPages() throws IOException {
    for (String path : List.of("/", "/health", "/metrics", "/no/such/page")) {
      assertThat(get(path, "Host: evil.example.com:" + port))
          .as(path)
          .startsWith("HTTP/1.1 421")
          .contains("http.hosts");
      assertThat(get(path, "Origin: https://evil.example.com"))
          .as(path)
          .startsWith("HTTP/1.1 403")
          .endsWith("403 This server does not answer web pages of another origin\n");
    }
    assertThat(get("/", "Host: calendar.example.com")).startsWith("HTTP/1.1 200");
    assertThat(request("POST", "/", "Content-Type: text/plain", "Content-Length: 0"))
        .startsWith("HTTP/1.1 415");
  }

  private void goesOnWithFilesThatDoNotFit() throws Exception {
    String key = Files.readString(files.key());
    Files.copy(
        authority.issue("localhost", "other").key(),
        files.key(),
        StandardCopyOption.REPLACE_EXISTING);
    awaitLine("http.tls.key: expected the key of the certificate in");
    assertThat(isReady()).isTrue();
    Files.writeString(files.key(), key);
  }

  private void renewsWithoutAFailedCall() throws Exception {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    TestAuthority renewed = new TestAuthority(folder, "renewed");
    // Both, so that a client may connect before and after.
    Path both =
        Files.writeString(
            folder.resolve("both.pem"),
            Files.readString(authority.ca()) + Files.readString(renewed.ca()));
    List<Thread> callers = List.of(caller(both, failures, calls), caller(both, failures, calls));
    callers.forEach(Thread::start);

    renewed.issue("localhost", "tls");
    awaitLine("HTTP uses renewed TLS files: certificate of CN=localhost");
    await().atMost(RENEWAL).until(() -> shows(renewed));
    int before = calls.get();
    await().atMost(RENEWAL).until(() -> calls.get() > before + 100);

    callers.forEach(Thread::interrupt);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(failures).isEmpty();
    assertThatThrownBy(this::get).isInstanceOf(SSLException.class);
  }

  private Thread caller(Path trusted, List<Throwable> failures, AtomicInteger calls) {
    return new Thread(
        () -> {
          while (!Thread.currentThread().isInterrupted()) {
            try (SSLSocket socket = connect(trusted)) {
              assertThat(exchange(socket, "GET", "/health/live")).startsWith("HTTP/1.1 200");
              calls.incrementAndGet();
            } catch (IOException | AssertionError failure) {
              failures.add(failure);
            }
          }
        });
  }

  private boolean shows(TestAuthority expected) {
    try (SSLSocket socket = connect(expected.ca())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private void awaitLine(String words) {
    await().atMost(RENEWAL).until(() -> server.console().contains(words));
  }

  private boolean isReady() {
    try {
      return get("/health/ready").startsWith("HTTP/1.1 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  private String get() throws IOException {
    return get("/");
  }

  private String get(String path, String... headers) throws IOException {
    return request("GET", path, headers);
  }

  private String request(String method, String path, String... headers) throws IOException {
    try (SSLSocket socket = connect()) {
      return exchange(socket, method, path, headers);
    }
  }

  /** By hand, since Java's client sends no other Host, and normalizes paths. */
  private String exchange(SSLSocket socket, String method, String path, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path));
    if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
      request.append("Host: localhost:%d\r\n".formatted(port));
    }
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        answer.append((char) c);
      }
    }
    return answer.toString();
  }

  private SSLSocket connect(String... protocols) throws IOException {
    return connect(authority.ca(), protocols);
  }

  private SSLSocket connect(Path trusted, String... protocols) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            TrustedAuthorities.context(Key.CLIENT_TLS_CA, trusted)
                .getSocketFactory()
                .createSocket("127.0.0.1", port);
    socket.setSoTimeout(30_000);
    if (protocols.length > 0) {
      socket.setEnabledProtocols(protocols);
    }
    socket.startHandshake();
    return socket;
  }
}
