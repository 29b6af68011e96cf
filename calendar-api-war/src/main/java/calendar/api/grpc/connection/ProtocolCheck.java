package calendar.api.grpc.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Passes a connection to gRPC only if its client speaks HTTP/2. Other clients get an answer if
 * their protocol has one, are logged in one line, and are disconnected. Until the protocol is
 * known, this handler holds back what the server writes: it would precede that answer. An HTTP/2
 * client sends its first bytes without waiting (RFC 9113, 3.4).
 *
 * <p>Belongs to one connection, and leaves its pipeline once the client has sent the preface.
 */
public final class ProtocolCheck extends ChannelDuplexHandler {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  /** This many bytes identify every known protocol. */
  private static final int IDENTIFYING_BYTES = 12;

  private static final Pattern HTTP1 = Pattern.compile("[A-Z]{3,10} .*", Pattern.DOTALL);
  private static final Pattern TLS = Pattern.compile("\\x16\\x03.*", Pattern.DOTALL);
  private static final Pattern PROXY =
      Pattern.compile("PROXY .*|\\r\\n\\r\\n\\x00\\r\\nQUIT\\n.*", Pattern.DOTALL);

  private static final String ADVICE =
      "This port speaks gRPC, which needs HTTP/2. Health and metrics are on the HTTP port.\n";
  private static final byte[] HTTP1_ANSWER =
      ("HTTP/1.1 505 HTTP Version Not Supported\r\n"
              + "Content-Type: text/plain; charset=utf-8\r\n"
              + "Content-Length: "
              + ADVICE.length()
              + "\r\nConnection: close\r\n\r\n"
              + ADVICE)
          .getBytes(US_ASCII);

  private final ClientFaultLog faults;
  private ByteBuf seen = Unpooled.EMPTY_BUFFER;
  private PendingWriteQueue held;
  private boolean rejected;

  public ProtocolCheck(ClientFaultLog faults) {
    this.faults = faults;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext connection) {
    held = new PendingWriteQueue(connection);
  }

  @Override
  public void write(ChannelHandlerContext connection, Object bytes, ChannelPromise promise) {
    if (rejected) {
      ReferenceCountUtil.release(bytes);
      promise.setFailure(new ClosedChannelException());
    } else {
      held.add(bytes, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext connection) {
    // Writes are held back until the protocol is known.
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    if (rejected) {
      ReferenceCountUtil.release(bytes);
      return;
    }
    seen = Unpooled.wrappedBuffer(seen, (ByteBuf) bytes);
    if (!beginsAsPreface()) {
      if (seen.readableBytes() >= IDENTIFYING_BYTES) {
        reject(connection);
      }
    } else if (seen.readableBytes() >= PREFACE.length) {
      begin(connection);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    if (!rejected && seen.isReadable() && !beginsAsPreface()) {
      reject(connection);
    }
    held.removeAndFailAll(new ClosedChannelException());
    release();
    connection.fireChannelInactive();
  }

  /** A rejected client may disconnect in any way. */
  @Override
  public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
    if (rejected) {
      connection.close();
    } else {
      connection.fireExceptionCaught(failure);
    }
  }

  private boolean beginsAsPreface() {
    int length = Math.min(seen.readableBytes(), PREFACE.length);
    return ByteBufUtil.equals(seen, 0, Unpooled.wrappedBuffer(PREFACE), 0, length);
  }

  private void begin(ChannelHandlerContext connection) {
    ByteBuf all = seen;
    seen = Unpooled.EMPTY_BUFFER;
    held.removeAndWriteAll();
    connection.flush();
    connection.pipeline().remove(this);
    connection.fireChannelRead(all);
  }

  private void reject(ChannelHandlerContext connection) {
    rejected = true;
    String text = seen.toString(0, Math.min(seen.readableBytes(), PREFACE.length), ISO_8859_1);
    String peer = CurrentPeer.name(connection.channel().remoteAddress());
    release();
    if (PROXY.matcher(text).matches()) {
      faults.add(Kind.PROXY, peer);
    } else if (HTTP1.matcher(text).matches()) {
      faults.add(Kind.HTTP1, peer);
      connection.write(Unpooled.wrappedBuffer(HTTP1_ANSWER));
    } else if (TLS.matcher(text).matches()) {
      faults.add(Kind.TLS, peer);
      // The HTTP/2 settings: TLS clients see that they are not TLS.
      held.removeAndWriteAll();
    } else {
      String hex = HexFormat.of().formatHex(text.getBytes(ISO_8859_1));
      faults.add(Kind.OTHER_BYTES, peer, "0x" + hex);
    }
    Farewell.send(connection, Unpooled.EMPTY_BUFFER);
  }

  private void release() {
    seen.release();
    seen = Unpooled.EMPTY_BUFFER;
  }
}
