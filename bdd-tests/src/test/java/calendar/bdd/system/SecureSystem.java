package calendar.bdd.system;

import calendar.bdd.entrance.Entrance;
import calendar.bdd.entrance.OwnIssuer;
import calendar.bench.secure.CertificateAuthority;
import calendar.bench.secure.CertificateAuthority.ServerPair;
import calendar.config.Key;
import calendar.local.process.Resources;
import calendar.local.process.WorkFolder;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    OwnIssuer issuer = new OwnIssuer();
    resources.add(issuer::close);
    WorkFolder folder = WorkFolder.temporary("calendar-features-");
    resources.add(folder::close);
    CertificateAuthority authority = CertificateAuthority.create(folder.path().resolve("ca.pem"));
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withReminders(Reminders.NONE)
                .withEnvironment(environment(folder.path(), authority, issuer))
                .withQuickStarts());
    resources.add(stack::close);
    Entrance entrance =
        new Entrance(stack.grpcAddress(), stack.http(), Optional.of(authority.file()), issuer);
    return new RunningSystem(Optional.of(stack), new PrintedReminders(), entrance, resources);
  }

  private static Map<String, String> environment(
      Path folder, CertificateAuthority authority, OwnIssuer issuer) throws IOException {
    ServerPair pair = authority.issue();
    String certificate = write(folder, "tls.pem", pair.certificate());
    String key = write(folder, "key.pem", pair.key());
    Map<String, String> environment = new HashMap<>(issuer.environment());
    environment.put(Key.GRPC_TLS_CERTIFICATE.environmentVariable(), certificate);
    environment.put(Key.GRPC_TLS_KEY.environmentVariable(), key);
    environment.put(Key.HTTP_TLS_CERTIFICATE.environmentVariable(), certificate);
    environment.put(Key.HTTP_TLS_KEY.environmentVariable(), key);
    environment.put(Key.RATE_LIMIT_CALLS_PER_SECOND.environmentVariable(), "1");
    environment.put(Key.RATE_LIMIT_BURST.environmentVariable(), MOST_CALLS);
    return environment;
  }

  private static String write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
