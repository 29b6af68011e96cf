/** Calls at a steady rate over TLS with tokens, some of them on new connections: do any fail? */
package calendar.bench.steady;
