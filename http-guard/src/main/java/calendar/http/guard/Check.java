package calendar.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One reason not to answer a request. Safe for use by any number of threads. */
interface Check {
  /** Returns the refusal, empty if the request may pass. */
  Optional<Refusal> refusal(HttpServletRequest request);
}
