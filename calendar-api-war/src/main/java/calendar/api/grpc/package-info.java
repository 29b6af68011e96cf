/**
 * The gRPC endpoint: {@link calendar.api.grpc.CalendarService} turns calls into calls of the
 * calendar, interceptors around it map errors, measure and log, and {@link
 * calendar.api.grpc.GrpcEndpoint} starts and stops it all with the application.
 */
package calendar.api.grpc;
