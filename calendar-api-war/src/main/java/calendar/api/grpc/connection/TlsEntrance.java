package calendar.api.grpc.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.List;

/**
 * Begins TLS on a connection whose client begins it. Other clients get an answer in their protocol,
 * are logged in one line, and are disconnected.
 *
 * <p>Belongs to one connection, and leaves its pipeline once the client has begun.
 */
final class TlsEntrance extends ByteToMessageDecoder {
  /** The header of a TLS record has this length (RFC 8446, 5.1). */
  private static final int IDENTIFYING_BYTES = 5;

  private static final String ADVICE = "This port needs TLS";

  private static final byte[] HTTP1_ANSWER =
      ("HTTP/1.1 400 Bad Request\r\n"
              + "Content-Type: text/plain; charset=utf-8\r\n"
              + "Content-Length: "
              + (ADVICE.length() + 1)
              + "\r\nConnection: close\r\n\r\n"
              + ADVICE
              + "\n")
          .getBytes(US_ASCII);

  private final SslContext context;
  private final ClientFaultLog faults;
  private boolean rejected;

  TlsEntrance(SslContext context, ClientFaultLog faults) {
    this.context = context;
    this.faults = faults;
  }

  @Override
  protected void decode(ChannelHandlerContext connection, ByteBuf bytes, List<Object> out) {
    if (rejected) {
      bytes.skipBytes(bytes.readableBytes());
    } else if (bytes.readableBytes() >= IDENTIFYING_BYTES) {
      if (SslHandler.isEncrypted(bytes, false)) {
        begin(connection);
      } else {
        reject(connection, bytes);
      }
    }
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

  private void begin(ChannelHandlerContext connection) {
    SslHandler tls = context.newHandler(connection.alloc());
    connection.pipeline().addAfter(connection.name(), null, new HandshakeCheck(faults));
    connection.pipeline().replace(this, null, tls);
  }

  private void reject(ChannelHandlerContext connection, ByteBuf bytes) {
    rejected = true;
    boolean isHttp2 = bytes.toString(US_ASCII).startsWith("PRI *");
    bytes.skipBytes(bytes.readableBytes());
    faults.add(Kind.NO_TLS, CurrentPeer.name(connection.channel().remoteAddress()));
    Farewell.send(connection, Unpooled.wrappedBuffer(isHttp2 ? goAway() : HTTP1_ANSWER));
  }

  /**
   * Empty settings, and the end of the connection with its reason (RFC 9113, 6.5 and 6.8). No call
   * is named as unprocessed, since clients would repeat it at once, a thousand times.
   */
  private static byte[] goAway() {
    int settings = 4;
    int goAway = 7;
    int inadequateSecurity = 0xc;
    ByteBuf frames = Unpooled.buffer();
    frames.writeMedium(0).writeByte(settings).writeByte(0).writeInt(0);
    frames.writeMedium(2 * Integer.BYTES + ADVICE.length()).writeByte(goAway).writeByte(0);
    frames.writeInt(0).writeInt(Integer.MAX_VALUE).writeInt(inadequateSecurity);
    frames.writeBytes(ADVICE.getBytes(US_ASCII));
    byte[] bytes = new byte[frames.readableBytes()];
    frames.readBytes(bytes);
    return bytes;
  }
}
