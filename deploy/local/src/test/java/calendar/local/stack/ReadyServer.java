package calendar.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A program whose web server says that it is ready: at the second question, not at the first. */
final class ReadyServer {
  private static boolean asked;

  private ReadyServer() {}

  public static void main(String[] arguments) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    System.out.println("process " + ProcessHandle.current().pid());
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(asked ? 200 : 503, -1);
          exchange.close();
          asked = true;
        });
    server.start();
    System.out.println("listening");
  }
}
