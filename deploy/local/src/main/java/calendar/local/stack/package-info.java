/**
 * The whole system on one machine without Docker, for {@code make run} and for tests.
 *
 * <p>{@link calendar.local.stack.LocalStack} starts everything; {@link
 * calendar.local.stack.ServiceProcess} is one server of the built distribution.
 */
package calendar.local.stack;
