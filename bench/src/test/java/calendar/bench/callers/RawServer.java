package calendar.bench.callers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calendar.client.Address;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes one connection after the other, and reads what a caller writes, frame by frame. */
final class RawServer implements AutoCloseable {
  private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII).length;
  private static final int PATIENCE_MILLIS = 30_000;

  private final ServerSocket listening;

  RawServer() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setSoTimeout(PATIENCE_MILLIS);
  }

  /** A frame's head (RFC 9113, 4.1) and payload. */
  record Frame(int type, int stream, byte[] payload) {}

  Address address() {
    return new Address(listening.getInetAddress().getHostAddress(), listening.getLocalPort());
  }

  Socket accept() throws IOException {
    Socket connection = listening.accept();
    connection.setSoTimeout(PATIENCE_MILLIS);
    return connection;
  }

  /** The stream of a connection, behind what comes before the first frame. */
  static DataInputStream frames(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    in.readNBytes(PREFACE);
    return in;
  }

  static Frame next(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    in.readUnsignedByte();
    int stream = in.readInt();
    return new Frame(type, stream, in.readNBytes(length));
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
