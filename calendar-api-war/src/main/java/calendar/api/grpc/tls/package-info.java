/** Certificates and keys of the gRPC port, and their renewal. */
package calendar.api.grpc.tls;
