/**
 * The path of every call, for every protocol. An entrance, such as {@code calendar.api.grpc}, only
 * reads the request, writes the answer, and translates a {@link calendar.api.call.error.Failure} to
 * its protocol. The steps between are here, in this order:
 *
 * <ol>
 *   <li>{@link calendar.api.call.Admission} rejects calls of an overloaded kind before their
 *       request is parsed.
 *   <li>{@link calendar.api.call.Authentication} finds out who the caller is, also before that.
 *   <li>{@link calendar.api.call.CallPipeline} rejects calls while the storage is unavailable.
 *   <li>{@link calendar.api.call.Authorization} decides whether the caller may make the call,
 *       before anything is read from the storage.
 *   <li>{@link calendar.event.Calendar}, {@link calendar.series.SeriesCalendar} or {@link
 *       calendar.access.AccessGrants} validates the request and does the work.
 *   <li>{@link calendar.api.call.error.Failures} maps errors.
 *   <li>{@link calendar.api.call.report.CallObserver}s measure and log the end of the call.
 * </ol>
 */
package calendar.api.call;
