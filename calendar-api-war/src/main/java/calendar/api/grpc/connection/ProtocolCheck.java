package calendar.api.grpc.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Lets a connection begin only if its client speaks HTTP/2. Others are answered where an answer can
 * be understood, logged in one line, and closed. What the server says first waits until then: it
 * would stand before the answer. A client of HTTP/2 speaks without waiting for it (RFC 9113, 3.4).
 *
 * <p>Belongs to one connection, and leaves its pipeline once the client has begun well.
 */
public final class ProtocolCheck extends ChannelDuplexHandler {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  /** By so many, protocols can be told apart. */
  private static final int TELLING_BYTES = 12;

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
  private boolean refused;

  public ProtocolCheck(ClientFaultLog faults) {
    this.faults = faults;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext connection) {
    held = new PendingWriteQueue(connection);
  }

  @Override
  public void write(ChannelHandlerContext connection, Object bytes, ChannelPromise promise) {
    if (refused) {
      ReferenceCountUtil.release(bytes);
      promise.setFailure(new ClosedChannelException());
    } else {
      held.add(bytes, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext connection) {
    // Nothing goes out yet.
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    if (refused) {
      ReferenceCountUtil.release(bytes);
      return;
    }
    seen = Unpooled.wrappedBuffer(seen, (ByteBuf) bytes);
    if (!beginsAsPreface()) {
      if (seen.readableBytes() >= TELLING_BYTES) {
        refuse(connection);
      }
    } else if (seen.readableBytes() >= PREFACE.length) {
      begin(connection);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    if (!refused && seen.isReadable() && !beginsAsPreface()) {
      refuse(connection);
    }
    held.removeAndFailAll(new ClosedChannelException());
    forget();
    connection.fireChannelInactive();
  }

  /** A refused client may hang up as it likes. */
  @Override
  public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
    if (refused) {
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

  private void refuse(ChannelHandlerContext connection) {
    refused = true;
    String text = seen.toString(0, Math.min(seen.readableBytes(), PREFACE.length), ISO_8859_1);
    String peer = CurrentPeer.name(connection.channel().remoteAddress());
    forget();
    if (PROXY.matcher(text).matches()) {
      faults.note(Kind.PROXY, peer);
    } else if (HTTP1.matcher(text).matches()) {
      faults.note(Kind.HTTP1, peer);
      connection.write(Unpooled.wrappedBuffer(HTTP1_ANSWER));
    } else if (TLS.matcher(text).matches()) {
      faults.note(Kind.TLS, peer);
      // No TLS: by that, clients can tell that the port has none.
      held.removeAndWriteAll();
    } else {
      String hex = HexFormat.of().formatHex(text.getBytes(ISO_8859_1));
      faults.note(Kind.OTHER_BYTES, peer, "0x" + hex);
    }
    hangUp(connection);
  }

  /** Leaves the client time to read: closing at once would throw away what it has not read yet. */
  private static void hangUp(ChannelHandlerContext connection) {
    connection
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              ((DuplexChannel) connection.channel()).shutdownOutput();
              connection.executor().schedule(() -> connection.close(), 1, SECONDS);
            });
  }

  private void forget() {
    seen.release();
    seen = Unpooled.EMPTY_BUFFER;
  }
}
