package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Tries the addresses that a server will listen on, before it starts. */
final class Listeners {
  private Listeners() {}

  /**
   * Listens on all of them for a moment.
   *
   * @throws ConfigException for the first that cannot be had, saying which, why and what to do
   */
  static void check(Server server, EffectiveSettings settings) {
    List<ServerSocket> open = new ArrayList<>();
    try {
      for (Server.Listener listener : server.listeners()) {
        open.add(listen(listener, settings));
      }
    } finally {
      open.forEach(Listeners::close);
    }
  }

  private static ServerSocket listen(Server.Listener listener, EffectiveSettings settings) {
    String ip = settings.text(listener.ip());
    int port = settings.number(listener.port());
    try {
      InetAddress address = InetAddress.getByName(ip);
      try {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(address, port));
        return socket;
      } catch (IOException taken) {
        throw isOurs(address)
            ? refused(
                listener.port(),
                "cannot listen on %s:%d: %s. Free it, or choose another"
                    .formatted(ip, port, taken.getMessage()))
            : noSuchAddress(listener, ip);
      }
    } catch (UnknownHostException unknown) {
      throw noSuchAddress(listener, ip);
    }
  }

  /**
   * Whether it is the port that cannot be had. Asked only then: a system may let a server listen on
   * an address that it does not have yet.
   */
  private static boolean isOurs(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }

  private static ConfigException noSuchAddress(Server.Listener listener, String ip) {
    return refused(listener.ip(), "no such address: %s. Use one of this machine's".formatted(ip));
  }

  private static ConfigException refused(Key key, String why) {
    return new ConfigException(
        "%s: %s by %s in the configuration file or %s"
            .formatted(key.path(), why, key.path(), key.environmentVariable()));
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException harmless) {
      // It never served anyone.
    }
  }
}
