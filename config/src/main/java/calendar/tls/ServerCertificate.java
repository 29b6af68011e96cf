package calendar.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A certificate with its key, as a port shows it. Immutable.
 *
 * @param chain the server's certificate first
 */
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
  private static final byte[] PROBE = "does the key fit the certificate?".getBytes(US_ASCII);
  private static final String ENTRY = "server";

  /**
   * Reads what {@link #store} has written.
   *
   * @throws IOException if the file cannot be read, or has another password
   */
  public static ServerCertificate load(Path file, String password) throws IOException {
    char[] secret = password.toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      List<X509Certificate> chain =
          Arrays.stream(store.getCertificateChain(ENTRY)).map(X509Certificate.class::cast).toList();
      return new ServerCertificate(chain, (PrivateKey) store.getKey(ENTRY, secret));
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  /** Whether a signature of the key is one of the certificate. */
  boolean isPair() {
    try {
      String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(chain.get(0).getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException anotherKind) {
      return false;
    }
  }

  /** When the certificate ends. */
  public Instant expiry() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** The certificate for the log: whose it is, and until when it is valid. */
  public String words() {
    return "certificate of %s, valid until %s"
        .formatted(chain.get(0).getSubjectX500Principal().getName(), expiry());
  }

  /**
   * Writes the certificate and its key as PKCS#12, for Liberty. The file appears at once and whole;
   * only its owner can read it.
   *
   * @param password protects the file and the key in it
   */
  public void store(Path file, String password) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    char[] secret = password.toCharArray();
    try (OutputStream out = Files.newOutputStream(draft)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ENTRY, key, secret, chain.toArray(Certificate[]::new));
      store.store(out, secret);
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
    Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return words();
  }
}
