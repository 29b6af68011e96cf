package calendar.http.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers a request that a check refuses; passes on all others. */
final class GuardFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;

  @SuppressWarnings("serial") // No container stores a filter.
  private final List<Check> checks;

  GuardFilter(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Optional<Refusal> refusal =
        checks.stream().flatMap(check -> check.refusal(request).stream()).findFirst();
    if (refusal.isPresent()) {
      answer(refusal.get(), response);
    } else {
      next.doFilter(request, response);
    }
  }

  private static void answer(Refusal refusal, HttpServletResponse response) throws IOException {
    response.setStatus(refusal.status());
    if (refusal.status() == UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write((refusal.words() + "\n").getBytes(UTF_8));
  }
}
