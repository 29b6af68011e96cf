/**
 * Processes, ports, files and waiting.
 *
 * <p>{@link calendar.local.process.GuardedProcess} runs a program that ends when this Java process
 * ends, even if this process is killed. The other packages of {@code calendar.local} start all
 * their servers with it.
 */
package calendar.local.process;
