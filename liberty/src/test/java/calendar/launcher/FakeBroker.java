package calendar.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Takes logins over AMQP 0-9-1 (SASL PLAIN) and hangs up after Connection.Open, by which it has
 * heard all that a client says about itself.
 */
final class FakeBroker implements AutoCloseable {
  private static final int METHOD_FRAME = 1;
  private static final int FRAME_END = 0xCE;
  private static final int CONNECTION = 10;
  private static final int START = 10;
  private static final int TUNE = 30;

  /** What a client logs in with. */
  record Login(String user, String password, String vhost) {}

  /** Writes the arguments of a method. */
  @FunctionalInterface
  private interface Arguments {
    void writeTo(DataOutputStream method) throws IOException;
  }

  private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final BlockingQueue<Login> logins = new LinkedBlockingQueue<>();

  FakeBroker() throws IOException {
    Thread thread = new Thread(this::serve, "fake broker");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The logins so far. */
  BlockingQueue<Login> logins() {
    return logins;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        logins.add(login(client));
      } catch (IOException gone) {
        // The client hung up, or the test is over.
      }
    }
  }

  private static Login login(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    in.readNBytes(8); // "AMQP" and the version

    send(
        out,
        START,
        start -> {
          start.writeShort(9); // version 0-9
          start.writeInt(0); // no properties
          writeLong(start, "PLAIN");
          writeLong(start, "en_US");
        });

    DataInputStream startOk = frame(in);
    startOk.skipBytes(startOk.readInt()); // the client's properties
    startOk.skipBytes(startOk.readUnsignedByte()); // the mechanism
    String[] plain = new String(startOk.readNBytes(startOk.readInt()), UTF_8).split("\0", -1);

    send(
        out,
        TUNE,
        tune -> {
          tune.writeShort(0); // channels
          tune.writeInt(0); // the largest frame
          tune.writeShort(0); // heartbeat
        });

    frame(in); // Connection.TuneOk
    DataInputStream open = frame(in);
    String vhost = new String(open.readNBytes(open.readUnsignedByte()), UTF_8);
    return new Login(plain[1], plain[2], vhost);
  }

  private static void writeLong(DataOutputStream method, String text) throws IOException {
    method.writeInt(text.length());
    method.write(text.getBytes(US_ASCII));
  }

  private static void send(DataOutputStream out, int number, Arguments arguments)
      throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream method = new DataOutputStream(payload);
    method.writeShort(CONNECTION);
    method.writeShort(number);
    arguments.writeTo(method);
    out.writeByte(METHOD_FRAME);
    out.writeShort(0); // channel
    out.writeInt(payload.size());
    payload.writeTo(out);
    out.writeByte(FRAME_END);
    out.flush();
  }

  /** The next method, after its number. */
  private static DataInputStream frame(DataInputStream in) throws IOException {
    in.skipNBytes(3); // type and channel
    byte[] payload = in.readNBytes(in.readInt());
    in.readUnsignedByte(); // end
    DataInputStream method = new DataInputStream(new ByteArrayInputStream(payload));
    method.readInt(); // its number
    return method;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
