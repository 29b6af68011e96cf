package calendar.bdd.system;

import calendar.bdd.entrance.Entrance;
import calendar.bdd.entrance.OwnIssuer;
import calendar.local.process.Resources;
import calendar.local.process.WorkFolder;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * An API on this machine that speaks TLS and asks its callers for tokens, and its database. Nothing
 * delivers reminders.
 */
public final class SecureSystem {
  /** More calls than any scenario makes for one owner, but one. */
  private static final String MOST_CALLS = "1200";

  private SecureSystem() {}

  public static RunningSystem start() {
    Resources resources = new Resources();
    try {
      return start(resources);
    } catch (Exception failure) {
      resources.close();
      throw new IllegalStateException("cannot start an API with TLS and tokens", failure);
    }
  }

  private static RunningSystem start(Resources resources) throws Exception {
    OwnIssuer issuer = new OwnIssuer(Clock.systemUTC());
    resources.add(issuer::close);
    WorkFolder folder = WorkFolder.temporary("calendar-features-");
    resources.add(folder::close);
    Path authority = makeCertificates(folder.path());
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withReminders(Reminders.NONE)
                .withEnvironment(environment(folder.path(), issuer))
                .withQuickStarts());
    resources.add(stack::close);
    Entrance entrance =
        new Entrance(stack.grpcAddress(), stack.http(), Optional.of(authority), issuer);
    return new RunningSystem(Optional.of(stack), new PrintedReminders(), entrance, resources);
  }

  private static Map<String, String> environment(Path folder, OwnIssuer issuer) {
    String certificate = folder.resolve("tls.pem").toString();
    String key = folder.resolve("key.pem").toString();
    return Map.of(
        "CALENDAR_GRPC_TLS_CERTIFICATE",
        certificate,
        "CALENDAR_GRPC_TLS_KEY",
        key,
        "CALENDAR_HTTP_TLS_CERTIFICATE",
        certificate,
        "CALENDAR_HTTP_TLS_KEY",
        key,
        "CALENDAR_AUTH_MODE",
        "jwt",
        "CALENDAR_AUTH_ISSUER",
        OwnIssuer.NAME,
        "CALENDAR_AUTH_AUDIENCE",
        OwnIssuer.AUDIENCE,
        "CALENDAR_AUTH_JWKS_URI",
        issuer.keys(),
        "CALENDAR_RATE_LIMIT_CALLS_PER_SECOND",
        "1",
        "CALENDAR_RATE_LIMIT_BURST",
        MOST_CALLS);
  }

  /** Returns the file of the authority. */
  private static Path makeCertificates(Path folder) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=Features")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    X509Bundle server =
        new CertificateBuilder()
            .rsa2048()
            .subject("CN=calendar")
            .addSanDnsName("localhost")
            .addSanIpAddress("127.0.0.1")
            .buildIssuedBy(authority);
    Files.writeString(folder.resolve("tls.pem"), server.getCertificatePathPEM());
    Files.writeString(folder.resolve("key.pem"), server.getPrivateKeyPEM());
    return Files.writeString(folder.resolve("ca.pem"), authority.getCertificatePEM());
  }
}
