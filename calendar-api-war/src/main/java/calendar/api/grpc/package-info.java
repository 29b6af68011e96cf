/**
 * The gRPC entrance: {@link calendar.api.grpc.GrpcEndpoint} starts and stops the server, {@link
 * calendar.api.grpc.CalendarService} passes each call to the {@linkplain calendar.api.call call
 * pipeline} and writes the answer.
 */
package calendar.api.grpc;
