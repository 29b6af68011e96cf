/**
 * What happens on a connection before and beside gRPC: the pace at which connections are accepted,
 * the check for other protocols, and one log line for each fault of a client.
 */
package calendar.api.grpc.connection;
