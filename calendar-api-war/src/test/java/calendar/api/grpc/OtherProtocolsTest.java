package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.ServerLog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not speak gRPC: each is one log line, and does not affect other clients. */
class OtherProtocolsTest extends OnGrpcServer {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String TLS_HELLO =
      new String(HexFormat.of().parseHex("16030100c8010000c40303" + "aa".repeat(190)), ISO_8859_1);
  private static final String PROXY_V2 =
      new String(HexFormat.of().parseHex("0d0a0d0a000d0a515549540a20110000"), ISO_8859_1);

  static Stream<Arguments> otherProtocols() {
    return Stream.of(
        Arguments.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "spoke HTTP/1.1 to the gRPC port"),
        Arguments.of("OPTIONS * HTTP/1.0\r\n\r\n", "spoke HTTP/1.1 to the gRPC port"),
        Arguments.of(TLS_HELLO, "spoke TLS to the gRPC port, which has none"),
        Arguments.of(
            "PROXY TCP4 1.1.1.1 2.2.2.2 3 4\r\n" + PREFACE,
            "sent a PROXY header to the gRPC port, which expects none"),
        Arguments.of(PROXY_V2, "sent a PROXY header to the gRPC port, which expects none"),
        Arguments.of(
            "SSH-2.0-OpenSSH_9.2p1\r\n",
            "sent bytes to the gRPC port that are not HTTP/2:"
                + " 0x5353482d322e302d4f70656e5353485f392e3270310d0a"),
        Arguments.of(
            "\u0000\u0001\u0002", "sent bytes to the gRPC port that are not HTTP/2: 0x000102"),
        Arguments.of(PREFACE + "garbage that is no frame", "broke the rules of HTTP/2: .+"),
        Arguments.of(
            PREFACE + "\0\0\0\4\0\0\0\0\0" + "\u00ff\u00ff\u00ff\1\4\0\0\0\1",
            "broke the rules of HTTP/2: .+"));
  }

  @ParameterizedTest
  @MethodSource("otherProtocols")
  void logsAnotherProtocolInOneLine(String bytes, String words) {
    List<LogRecord> entries =
        ServerLog.during(
            () -> {
              send(bytes);
              send(bytes);
              create(event("ann", 1_000, 2_000));
            });

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(entry.getMessage()).matches("127\\.0\\.0\\.1:\\d+ " + words);
            });
  }

  @Test
  void explainsThePortToHttp1Clients() {
    String answer = send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 505 HTTP Version Not Supported\r\n")
        .contains("\r\nContent-Length: 84\r\n")
        .endsWith(
            "\r\n\r\nThis port speaks gRPC, which needs HTTP/2."
                + " Health and metrics are on the HTTP port.\n");
  }

  @Test
  void sendsTlsClientsNoTls() {
    assertThat(send(TLS_HELLO)).isNotEmpty().doesNotStartWith("\u0015");
  }

  @Test
  void acceptsAPrefaceInPieces() throws Exception {
    try (Socket socket = dial()) {
      for (byte octet : PREFACE.getBytes(US_ASCII)) {
        socket.getOutputStream().write(octet);
        socket.getOutputStream().flush();
      }
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});

      byte[] settings = socket.getInputStream().readNBytes(9);
      assertThat(settings[3]).as("the type of a SETTINGS frame").isEqualTo((byte) 4);
    }
  }

  @Test
  void logsNothingForAPortScan() {
    assertThat(
            ServerLog.during(
                () -> {
                  scanPort();
                  create(event("ann", 1_000, 2_000));
                }))
        .isEmpty();
  }

  /** Our own clients do not send this much: they know the limit from the server's settings. */
  @ParameterizedTest
  @ValueSource(ints = {49_152, 65_536})
  void logsTooMuchMetadataInOneLine(int size) {
    List<LogRecord> entries =
        ServerLog.during(
            () -> {
              send(withMetadata(size));
              create(event("ann", 1_000, 2_000));
            });

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(entry.getMessage())
                  .matches(
                      "127\\.0\\.0\\.1:\\d+ broke the rules of HTTP/2: Header size exceeded.*");
            });
  }

  private static String withMetadata(int size) {
    ByteBuf block = Unpooled.buffer();
    Http2Headers headers =
        new DefaultHttp2Headers()
            .method("POST")
            .scheme("http")
            .path("/calendar.v1.CalendarService/GetEvent")
            .add("content-type", "application/grpc")
            .add("te", "trailers")
            .add("x-large", "m".repeat(size));
    try {
      new DefaultHttp2HeadersEncoder().encodeHeaders(1, headers, block);
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    StringBuilder bytes = new StringBuilder(PREFACE).append(frame(4, 0, 0, ""));
    int type = 1;
    while (block.isReadable()) {
      String part =
          block.readCharSequence(Math.min(block.readableBytes(), 16_384), ISO_8859_1).toString();
      bytes.append(frame(type, block.isReadable() ? 0 : 4, 1, part));
      type = 9;
    }
    return bytes.append(frame(6, 0, 0, "12345678")).toString();
  }

  /** An HTTP/2 frame: length, type, flags, stream, payload. */
  private static String frame(int type, int flags, int stream, String payload) {
    int length = payload.length();
    return ""
        + (char) (length >> 16)
        + (char) (length >> 8 & 0xff)
        + (char) (length & 0xff)
        + (char) type
        + (char) flags
        + "\0\0\0"
        + (char) stream
        + payload;
  }

  /** Sends the bytes and returns everything that the server sends until it disconnects. */
  private String send(String bytes) {
    try (Socket socket = dial()) {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      if (bytes.length() < 12) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
