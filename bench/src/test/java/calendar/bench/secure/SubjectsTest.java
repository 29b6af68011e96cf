package calendar.bench.secure;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bench.load.Bookings;
import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTest {
  private static final long FIRST = 1_009_000_000L;
  private static final int CALLS = 2_000;

  @Test
  void halfOfTheCallsAreOnOthersCalendars() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer()) {
      Calls calls = Subjects.of(issuer, FIRST, 1_000).calling(new Bookings(FIRST).prepare(CALLS));

      List<String> others = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        Call call = calls.next();
        SignedJWT token = SignedJWT.parse(call.authorization().replaceFirst("Bearer ", ""));
        String team = "team-" + Long.parseLong(call.ownerId()) / 10;
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).contains(team);
        String subject = token.getJWTClaimsSet().getSubject();
        if (!subject.equals(call.ownerId())) {
          others.add(subject);
        }
      }
      assertThat(others).hasSizeBetween(CALLS * 4 / 10, CALLS * 6 / 10);
    }
  }

  @Test
  void aCallHidesItsToken() {
    Call call = Calls.ofHealth().next().by("Bearer abc");

    assertThat(call.authorization()).isEqualTo("Bearer abc");
    assertThat(call.toString()).doesNotContain("abc");
  }
}
