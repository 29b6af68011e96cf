package calendar.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserCheckTest {
  private final BrowserCheck check =
      new BrowserCheck(AllowedHosts.of("calendar.example.com, [2001:db8::1]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "localhost.",
        "127.0.0.1:8080",
        "127.8.9.1",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]",
        "calendar.example.com",
        "Calendar.Example.com:443",
        "[2001:db8::1]:8080",
        "192.0.2.7:8080"
      })
  void answersOwnHosts(String host) {
    assertThat(status(Request.of("GET").header("Host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example.com",
        "evil.example.com:8080",
        "localhost.evil.example.com",
        "127.0.0.1.evil.example.com",
        "127.0.0.1@evil.example.com",
        "calendar.example.com.evil.example.com",
        "192.0.2.8",
        "0.0.0.0",
        "[::2]",
        "localhost:8080:evil",
        "",
        " "
      })
  void refusesOtherHosts(String host) {
    assertThat(status(Request.of("GET").header("Host", host))).contains(421);
  }

  @Test
  void answersClientsWithoutHost() {
    assertThat(status(Request.of("GET").with("getProtocol", "HTTP/1.0"))).isEmpty();
  }

  @Test
  void readsHostOfHttp2() {
    Request request = Request.of("GET").with("getProtocol", "HTTP/2.0");

    assertThat(status(request.with("getServerName", "localhost"))).isEmpty();
    assertThat(status(request.with("getServerName", "evil.example.com"))).contains(421);
  }

  @Test
  void knowsAddressOfIpv6Connection() {
    Request request = Request.of("GET").with("getLocalAddr", "fe80::1%eth0");

    assertThat(status(request.header("Host", "[fe80::1]:8080"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, http://localhost:8080",
    "localhost, https://localhost",
    "calendar.example.com, https://calendar.example.com",
    "localhost:8080, https://calendar.example.com"
  })
  void answersPagesOfItsOwn(String host, String origin) {
    assertThat(status(Request.of("GET").header("Host", host).header("Origin", origin))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://localhost:3000",
        "http://localhost",
        "https://evil.example.com",
        "ftp://localhost:8080",
        "localhost:8080",
        "file://",
        ""
      })
  void refusesPagesOfOthers(String origin) {
    Request request = Request.of("GET").header("Host", "localhost:8080");

    assertThat(status(request.header("Origin", origin))).contains(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "ANYTHING"})
  void takesOnlyJsonForChanges(String method) {
    Request request = Request.of(method).header("Host", "localhost");

    assertThat(status(request)).isEmpty();
    assertThat(status(request.body("application/json; charset=UTF-8", 2))).isEmpty();
    assertThat(status(request.body("text/plain", 2))).contains(415);
    assertThat(status(request.body("application/x-www-form-urlencoded", 0))).contains(415);
    assertThat(status(request.body("text/plain, application/json", 2))).contains(415);
    assertThat(status(request.body(null, 2))).contains(415);
    assertThat(status(request.body(null, -1).header("Transfer-Encoding", "chunked"))).contains(415);
  }

  private Optional<Integer> status(Request request) {
    return check.refusal(request.get()).map(Refusal::status);
  }
}
