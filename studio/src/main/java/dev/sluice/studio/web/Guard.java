package dev.sluice.studio.web;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lets requests of the studio's own page through and no others: pages of other sites in the same
/// browser, and names that were made to point here (DNS rebinding), must not reach anything (spec:
/// studio §4.5).
///
/// @param port the studio's port
/// @param names the hosts under which it may be called, besides those of the loopback interface; in
///   lower case
/// @param isRemote whether it may be called by the addresses of this machine, too
public record Guard(int port, Set<String> names, boolean isRemote) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /// Keeps an unmodifiable copy.
  public Guard {
    names = Set.copyOf(names);
  }

  /// Checks where a request comes from.
  ///
  /// @param call the request
  /// @throws Refusal if it must not be answered
  public void check(Call call) {
    String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT);
    if (!isOurs(host)) {
      throw new Refusal(
          421,
          "foreign_host",
          "The studio is not called by this name. Use the address it printed.");
    }
    Optional<String> origin = call.header("Origin");
    if (origin.isPresent() && !origin.get().equalsIgnoreCase("http://" + host)) {
      throw new Refusal(403, "foreign_origin", "Only the studio's own page may ask this.");
    }
    Optional<String> site = call.header("Sec-Fetch-Site");
    boolean isNavigation = call.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
    if (site.isPresent()
        && !isNavigation
        && !site.get().equals("same-origin")
        && !site.get().equals("none")) {
      throw new Refusal(403, "foreign_origin", "Only the studio's own page may ask this.");
    }
  }

  private boolean isOurs(String host) {
    String name = host;
    String suffix = ":" + port;
    if (host.endsWith(suffix)) {
      name = host.substring(0, host.length() - suffix.length());
    } else if (port != 80) {
      return false;
    }
    return LOOPBACK.contains(name) || names.contains(name) || (isRemote && isAddress(name));
  }

  /// An address can't be rebound, unlike a name.
  private static boolean isAddress(String name) {
    String bare =
        name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    try {
      InetAddress.ofLiteral(bare);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
