package calendar.api.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * One call of {@code grpc.health.v1.Health/Check}, frame by frame. It uses only the JDK, so it does
 * not depend on what it checks. It is cheap enough for a new connection each time.
 */
final class HealthCall {
  /** The first bytes of an HTTP/2 client (RFC 9113, 3.4). */
  static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private static final String METHOD = "/grpc.health.v1.Health/Check";

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RESET = 3;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** The only stream of the connection. */
  private static final int STREAM = 1;

  /** Uncompressed and of length 0, which asks for the health of the whole server. */
  private static final byte[] EMPTY_MESSAGE = new byte[5];

  private HealthCall() {}

  /**
   * Makes the call and waits for any answer; it may say that the service is not healthy.
   *
   * @throws IOException if there is no answer within the limit
   */
  static void make(Socket socket, Duration limit) throws IOException {
    long start = System.nanoTime();
    socket.getOutputStream().write(request());
    DataInputStream answer = new DataInputStream(socket.getInputStream());
    while (!readFrame(answer)) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new IOException("no answer within %d s".formatted(limit.toSeconds()));
      }
    }
  }

  private static byte[] request() {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(PREFACE.getBytes(US_ASCII));
    writeFrame(request, SETTINGS, 0, 0, new byte[0]);
    writeFrame(request, HEADERS, END_HEADERS, STREAM, headers());
    writeFrame(request, DATA, END_STREAM, STREAM, EMPTY_MESSAGE);
    return request.toByteArray();
  }

  /** Encoded by their numbers in the static table of RFC 7541, without dynamic entries. */
  private static byte[] headers() {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    headers.write(0x83); // :method: POST
    headers.write(0x86); // :scheme: http
    headers.write(0x01); // :authority
    writeText(headers, "localhost");
    headers.write(0x04); // :path
    writeText(headers, METHOD);
    headers.write(0x0f); // content-type: 31, which is 15 and 16
    headers.write(0x10);
    writeText(headers, "application/grpc");
    headers.write(0x00); // a name that is not in the table
    writeText(headers, "te");
    writeText(headers, "trailers");
    return headers.toByteArray();
  }

  private static void writeText(ByteArrayOutputStream out, String text) {
    out.write(text.length());
    out.writeBytes(text.getBytes(US_ASCII));
  }

  private static void writeFrame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.write(0);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    out.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    out.writeBytes(payload);
  }

  /** Reads one frame. Returns true if it is the answer. */
  private static boolean readFrame(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    in.readInt();
    if (in.readNBytes(length).length < length) {
      throw new EOFException("the connection ended within a frame");
    }
    boolean last = (flags & END_STREAM) != 0;
    if (type == RESET || type == GO_AWAY || type == HEADERS && last) {
      throw new IOException("the server rejected the call");
    }
    return type == DATA && length > EMPTY_MESSAGE.length;
  }
}
