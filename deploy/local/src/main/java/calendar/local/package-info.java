/**
 * The whole system on one machine without Docker, for {@code make run} and for tests.
 *
 * <p>{@link calendar.local.LocalStack} starts everything, {@link calendar.local.EmbeddedDatabase} a
 * PostgreSQL alone, {@link calendar.local.OwnBroker} a broker alone, {@link
 * calendar.local.ServiceProcess} one program of the built distribution. What is started here never
 * outlives this process, even if that is killed.
 */
package calendar.local;
