package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.ServerLog;
import calendar.api.grpc.connection.TransportSecurity;
import calendar.api.grpc.tls.PemFiles;
import calendar.api.grpc.tls.RenewedTls;
import calendar.api.grpc.tls.TlsFiles;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CreateEventRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.X509Bundle;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port with TLS that asks its clients for a certificate. */
class TlsPortTest extends OnGrpcServer {
  @TempDir private Path folder;

  private PemFiles pem;
  private X509Bundle ann;
  private RenewedTls tls;
  private volatile Predicate<SocketAddress> isPlain = peer -> false;

  @Override
  TransportSecurity security() {
    try {
      pem = new PemFiles(folder);
      ann = pem.issue("ann");
      TlsFiles files = pem.server(pem.issue("first"));
      tls = new RenewedTls(new TlsFiles(files.certificate(), files.key(), Optional.of(pem.ca())));
      return new TransportSecurity(Optional.of(tls::context), peer -> isPlain.test(peer));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  ManagedChannel openChannel() throws Exception {
    return connect("TLSv1.3", Optional.of(ann), folder.resolve("ca.pem"));
  }

  private ManagedChannel connect(String version, Optional<X509Bundle> client, Path trusted)
      throws Exception {
    SslContextBuilder context =
        GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
            .trustManager(trusted.toFile())
            .protocols(version);
    if (client.isPresent()) {
      context.keyManager(client.get().getKeyPair().getPrivate(), client.get().getCertificatePath());
    }
    return NettyChannelBuilder.forAddress(server.address()).sslContext(context.build()).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void answersCalls(String version) throws Exception {
    assertThat(statusOver(connect(version, Optional.of(ann), folder.resolve("ca.pem"))))
        .isEqualTo(Status.Code.OK);
  }

  @Test
  void refusesClientsWithoutCertificate() throws Exception {
    assertRefused(Optional.empty());
  }

  @Test
  void refusesCertificatesOfOthers() throws Exception {
    assertRefused(Optional.of(PemFiles.issue("ann", PemFiles.authority("Theirs"))));
  }

  private void assertRefused(Optional<X509Bundle> client) throws Exception {
    ManagedChannel refused = connect("TLSv1.2", client, folder.resolve("ca.pem"));
    List<LogRecord> entries =
        ServerLog.during(() -> assertThat(statusOver(refused)).isEqualTo(Status.Code.UNAVAILABLE));

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(entry.getMessage())
                  .matches("127\\.0\\.0\\.1:\\d+ failed to begin TLS on the gRPC port: .+");
            });
  }

  @Test
  void tellsPlainGrpcClientsThatItNeedsTls() {
    ManagedChannel plain = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
    List<LogRecord> entries =
        ServerLog.during(
            () -> {
              StatusRuntimeException refusal = refused(() -> createOver(plain));
              assertThat(refusal.getStatus().getCode())
                  .isIn(Status.Code.PERMISSION_DENIED, Status.Code.UNAVAILABLE);
              assertThat(refusal).hasMessageContaining("This port needs TLS");
            });
    plain.shutdownNow();

    assertThat(entries)
        .singleElement()
        .extracting(LogRecord::getMessage)
        .asString()
        .matches("127\\.0\\.0\\.1:\\d+ spoke plain text to the gRPC port, which needs TLS");
  }

  @Test
  void tellsHttp1ClientsThatItNeedsTls() throws Exception {
    assertThat(send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .endsWith("\r\n\r\nThis port needs TLS\n");
  }

  @Test
  void logsNothingForAPortScan() {
    assertThat(
            ServerLog.during(
                () -> {
                  scanPort();
                  create(event("ann", 1_000, 2_000));
                }))
        .isEmpty();
  }

  @Test
  void letsItsOwnChecksSpeakPlainText() {
    isPlain = peer -> true;
    ManagedChannel own = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();

    assertThat(statusOver(own)).isEqualTo(Status.Code.OK);
  }

  @Test
  void usesRenewedFilesForNewConnections() throws Exception {
    create(event("ann", 1_000, 2_000));
    PemFiles others = new PemFiles(Files.createDirectory(folder.resolve("others")));
    TlsFiles second = others.server(others.issue("second"));
    Files.copy(second.certificate(), folder.resolve("tls.pem"), REPLACE_EXISTING);
    Files.copy(second.key(), folder.resolve("key.pem"), REPLACE_EXISTING);
    tls.renew();

    assertThat(statusOver(openChannel())).as("trusts the first").isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(statusOver(connect("TLSv1.3", Optional.of(ann), others.ca())))
        .as("trusts the second")
        .isEqualTo(Status.Code.OK);
    create(event("ann", 3_000, 4_000));
  }

  @Test
  void keepsThePairWhileFilesDoNotFit() throws Exception {
    pem.key(pem.issue("second"));
    List<LogRecord> entries =
        ServerLog.during(
            () -> {
              tls.renew();
              tls.renew();
            });

    assertThat(entries)
        .singleElement()
        .extracting(LogRecord::getMessage)
        .asString()
        .contains(
            "found the key of another one in", "gRPC goes on with the certificate of CN=first");
    assertThat(statusOver(openChannel())).isEqualTo(Status.Code.OK);

    pem.server(pem.issue("third"));
    assertThat(ServerLog.during(tls::renew))
        .singleElement()
        .extracting(LogRecord::getMessage)
        .asString()
        .startsWith("gRPC uses renewed TLS files: certificate of CN=third");
    assertThat(statusOver(openChannel())).isEqualTo(Status.Code.OK);
  }

  private static Status.Code statusOver(ManagedChannel channel) {
    try {
      createOver(channel);
      return Status.Code.OK;
    } catch (StatusRuntimeException refusal) {
      return refusal.getStatus().getCode();
    } finally {
      channel.shutdownNow();
    }
  }

  private static void createOver(ManagedChannel channel) {
    CalendarServiceGrpc.newBlockingStub(channel)
        .createEvent(
            CreateEventRequest.newBuilder()
                .setEvent(event("" + UUID.randomUUID(), 1_000, 2_000))
                .build());
  }

  private String send(String bytes) throws Exception {
    try (Socket socket = dial()) {
      socket.getOutputStream().write(bytes.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
