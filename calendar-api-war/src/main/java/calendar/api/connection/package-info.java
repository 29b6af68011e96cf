/**
 * The connections to the gRPC port: {@link calendar.api.connection.ConnectionLimit} keeps them
 * below the process's limit of file descriptors, and {@link calendar.api.connection.SelfCheck}
 * calls the port as a client would, to notice when it does not answer.
 */
package calendar.api.connection;
