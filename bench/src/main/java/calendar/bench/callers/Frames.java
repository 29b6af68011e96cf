package calendar.bench.callers;

import calendar.bench.load.Call;
import calendar.client.Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameWriter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.concurrent.TimeUnit;

/**
 * Writes frames of HTTP/2 without the good manners of a client: it heeds no limit of the server.
 * Streams have odd numbers, each higher than any before. For the thread of one connection.
 */
final class Frames {
  private final Http2FrameWriter writer = new DefaultHttp2FrameWriter();
  private final ChannelHandlerContext connection;

  Frames(ChannelHandlerContext connection) {
    this.connection = connection;
  }

  /** Connects to a server, on a separate thread, until it is closed. */
  static Bootstrap network(Address server) {
    return new Bootstrap()
        .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
        .channel(NioSocketChannel.class)
        .remoteAddress(server.host(), server.port());
  }

  /** Closes all connections and ends their thread. */
  static void close(Bootstrap network) {
    network.config().group().shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** What a client says first: it takes as much as the server will send. */
  void open() {
    Http2Settings settings = new Http2Settings().initialWindowSize(Integer.MAX_VALUE);
    int more = Integer.MAX_VALUE - Http2CodecUtil.DEFAULT_WINDOW_SIZE;
    connection.write(Http2CodecUtil.connectionPrefaceBuf());
    writer.writeSettings(connection, settings, connection.newPromise());
    writer.writeWindowUpdate(connection, 0, more, connection.newPromise());
    connection.flush();
  }

  /** A call with its only message. */
  ChannelFuture call(int stream, Call call) {
    return call(stream, call, headers(call));
  }

  /** The same, with a deadline in the form of gRPC, such as {@code 1m} for a millisecond. */
  ChannelFuture callWithin(String deadline, int stream, Call call) {
    return call(stream, call, headers(call).set("grpc-timeout", deadline));
  }

  /** Ends a call that is no longer wanted. */
  void reset(int stream) {
    writer.writeRstStream(connection, stream, Http2Error.CANCEL.code(), connection.newPromise());
  }

  private ChannelFuture call(int stream, Call call, Http2Headers headers) {
    byte[] message = call.request();
    ByteBuf body = connection.alloc().buffer(5 + message.length);
    body.writeByte(0).writeInt(message.length).writeBytes(message);
    writer.writeHeaders(connection, stream, headers, 0, false, connection.newPromise());
    return writer.writeData(connection, stream, body, 0, true, connection.newPromise());
  }

  private static Http2Headers headers(Call call) {
    return new DefaultHttp2Headers()
        .method("POST")
        .scheme("http")
        .path("/" + call.method().getFullMethodName())
        .authority("localhost")
        .set("content-type", "application/grpc")
        .set("te", "trailers");
  }
}
