package calendar.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. Safe for use by several threads. */
public final class Ports {
  // Below the range that the system takes the ports of outgoing connections from, so that none of
  // them sits on a server's port while that server restarts.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A port that nothing listens on and that this method has not given before. */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .filter(port -> isFree(port) && GIVEN.add(port))
        .findFirst()
        .getAsInt();
  }

  /** Whether a server could listen on the port of every address of this machine. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /**
   * Makes sure that nothing listens on a port.
   *
   * @param owner names the server that needs the port
   * @throws LocalException if something listens there
   */
  public static void requireFree(int port, String owner) {
    if (!isFree(port)) {
      throw new LocalException(
          "Port %d of %s is taken: stop the program that listens there".formatted(port, owner));
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
