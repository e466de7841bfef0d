package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest.Proxies;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proxies that the environment names (spec: run-and-http §4.9), read as curl reads them: lower
/// case before upper case, and for `http` lower case only, because a web server could set
/// `HTTP_PROXY` from a request's header.
final class ProxyVariables {
  private ProxyVariables() {}

  /// {@return the proxies to use}
  ///
  /// @param shell knows the environment
  /// @throws UserError if a variable holds no address
  static Proxies read(Shell shell) {
    String except = first(shell, "no_proxy", "NO_PROXY").orElse("");
    if (except.strip().equals("*")) {
      return Proxies.NONE;
    }
    Map<String, URI> byScheme = new LinkedHashMap<>();
    first(shell, "http_proxy", "all_proxy", "ALL_PROXY")
        .ifPresent(address -> byScheme.put("http", uri(address)));
    first(shell, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        .ifPresent(address -> byScheme.put("https", uri(address)));
    return byScheme.isEmpty() ? Proxies.NONE : new Proxies(byScheme, hosts(except));
  }

  private static Optional<String> first(Shell shell, String... names) {
    for (String name : names) {
      Optional<String> value = shell.variable(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /// An entry stands for the host and for all below it.
  private static List<String> hosts(String except) {
    List<String> hosts = new ArrayList<>();
    for (String entry : except.split("[,\\s]+", -1)) {
      String host = entry.startsWith(".") ? entry.substring(1) : entry;
      if (!host.isEmpty()) {
        hosts.add(host);
        hosts.add("." + host);
      }
    }
    return List.copyOf(hosts);
  }

  private static URI uri(String address) {
    try {
      URI uri = URI.create(address.contains("://") ? address : "http://" + address);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Told below; the address itself may hold a password.
    }
    throw new UserError(
        Problem.of(
            "A proxy variable of the environment does not hold an address.",
            "Write it like http://proxy.example.com:3128 in http_proxy, https_proxy or all_proxy."));
  }
}
