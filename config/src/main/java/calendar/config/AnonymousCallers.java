package calendar.config;

import java.util.Optional;

/**
 * Keeps other machines away from an API that asks no caller who they are: it may listen on loopback
 * addresses only, unless its operator says that a proxy in front of it decides who may call.
 */
public final class AnonymousCallers {
  private AnonymousCallers() {}

  /**
   * Returns why an API must not listen on an address. Empty if it may. Resolves a name, which can
   * take some seconds.
   *
   * @param ip the key of the address
   * @param address an address, or a name: it counts as loopback only if all its addresses are
   * @param mode the value of {@code auth.mode}
   * @param allowed the value of {@code auth.allow_anonymous}
   */
  public static Optional<String> refusal(Key ip, String address, String mode, boolean allowed) {
    return allowed || !mode.equals(TokenRules.OFF) || Loopback.is(address)
        ? Optional.empty()
        : Optional.of(
            "%s: %s is not a loopback address, and the API asks no caller who they are. Use 127.0.0.1, or set %s to jwt, or %s to true if a proxy in front of it decides who may call"
                .formatted(
                    ip.path(), address, Key.AUTH_MODE.path(), Key.AUTH_ALLOW_ANONYMOUS.path()));
  }
}
