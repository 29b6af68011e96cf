package calendar.bench.callers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calendar.bench.load.Call;
import java.nio.ByteBuffer;

/** Just enough of HTTP/2 (RFC 9113) to call without the good manners of a client library. */
final class Http2 {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private static final short INITIAL_WINDOW_SIZE = 4;
  private static final int LARGEST_WINDOW = Integer.MAX_VALUE;
  private static final int USUAL_WINDOW = 65_535;
  private static final int CANCEL = 8;

  private Http2() {}

  /** What a client says first: it takes as much as the server will send. */
  static byte[] opening() {
    byte[] magic = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    byte[] window =
        ByteBuffer.allocate(6).putShort(INITIAL_WINDOW_SIZE).putInt(LARGEST_WINDOW).array();
    byte[] more = ByteBuffer.allocate(4).putInt(LARGEST_WINDOW - USUAL_WINDOW).array();
    return joined(magic, frame(SETTINGS, 0, 0, window), frame(WINDOW_UPDATE, 0, 0, more));
  }

  /**
   * A call with its only message.
   *
   * @param stream odd, higher than any before on the connection
   * @param more headers
   */
  static byte[] call(int stream, Call call, byte[]... more) {
    byte[] message = call.request();
    byte[] headers =
        joined(
            header(":method", "POST"),
            header(":scheme", "http"),
            header(":path", "/" + call.method().getFullMethodName()),
            header(":authority", "localhost"),
            header("content-type", "application/grpc"),
            header("te", "trailers"),
            joined(more));
    byte[] body =
        ByteBuffer.allocate(5 + message.length)
            .put((byte) 0)
            .putInt(message.length)
            .put(message)
            .array();
    return joined(
        frame(HEADERS, END_HEADERS, stream, headers), frame(DATA, END_STREAM, stream, body));
  }

  /** Ends a call that is no longer wanted. */
  static byte[] reset(int stream) {
    return frame(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
  }

  /** As a literal that is not indexed (RFC 7541, 6.2.2). */
  static byte[] header(String name, String value) {
    return ByteBuffer.allocate(3 + name.length() + value.length())
        .put((byte) 0)
        .put((byte) name.length())
        .put(name.getBytes(US_ASCII))
        .put((byte) value.length())
        .put(value.getBytes(US_ASCII))
        .array();
  }

  private static byte[] frame(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
