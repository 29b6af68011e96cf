package calendar.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS in front of a server that does not, on a port of its own. */
public final class TlsEntrance implements AutoCloseable {
  private final SSLServerSocket listener;
  private final int server;

  /**
   * @param server the port that gets what clients send
   * @param protocols those that it speaks; Java's own if there are none
   */
  public TlsEntrance(CertificateFiles files, int server, String... protocols)
      throws IOException, GeneralSecurityException {
    this.server = server;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    listener =
        (SSLServerSocket)
            context(files.read()).getServerSocketFactory().createServerSocket(0, 50, loopback);
    if (protocols.length > 0) {
      listener.setEnabledProtocols(protocols);
    }
    daemon(this::accept);
  }

  /** The port that clients connect to, on loopback. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket target = new Socket(InetAddress.getLoopbackAddress(), this.server);
        daemon(() -> copy(client, target));
        daemon(() -> copy(target, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException ended) {
      // The other side has ended the connection, or did not begin TLS.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tls-entrance");
    thread.setDaemon(true);
    thread.start();
  }

  private static SSLContext context(ServerCertificate certificate)
      throws GeneralSecurityException, IOException {
    char[] password = "secret".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", certificate.key(), password, certificate.chain().toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
