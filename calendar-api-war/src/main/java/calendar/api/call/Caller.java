package calendar.api.call;

import java.net.SocketAddress;

/**
 * The client that makes a call. Callers do not identify themselves yet, so only the address of the
 * connection is known.
 */
public record Caller(SocketAddress peer) {}
