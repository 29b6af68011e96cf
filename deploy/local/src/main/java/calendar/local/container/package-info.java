/**
 * Servers in Docker containers, for tests. {@code make run} does not use this package, so
 * Testcontainers is not on its class path.
 */
package calendar.local.container;
