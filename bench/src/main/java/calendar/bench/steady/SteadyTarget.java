package calendar.bench.steady;

import calendar.client.Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where steady calls go.
 *
 * @param grpc speaks TLS
 * @param https where health checks are answered by HTTPS, with a slash at its end; empty: none are
 *     made
 * @param authority the file, in PEM, with the authority of both certificates
 * @param repeats whether a gRPC call that the server has not begun is sent again, as gRPC clients
 *     do unless they are told otherwise: a proxy that reads its files again closes connections
 */
public record SteadyTarget(Address grpc, Optional<URI> https, Path authority, boolean repeats) {

  /** Nothing is sent again. */
  public SteadyTarget(Address grpc, Optional<URI> https, Path authority) {
    this(grpc, https, authority, false);
  }
}
