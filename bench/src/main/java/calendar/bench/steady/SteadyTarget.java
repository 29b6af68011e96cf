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
 */
public record SteadyTarget(Address grpc, Optional<URI> https, Path authority) {}
