package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PermitAllTest {
  @Test
  void permitsAnyCallAtOnce() {
    Caller caller = Caller.anonymous(new InetSocketAddress("10.0.0.1", 5555));
    for (CalendarMethod method : CalendarMethod.values()) {
      assertThat(new PermitAll().check(new Call(method, caller, "ann"))).isCompleted();
    }
  }
}
