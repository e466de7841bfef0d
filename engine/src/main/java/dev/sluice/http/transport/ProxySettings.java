package dev.sluice.http.transport;

import dev.sluice.http.Url;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The HTTP proxies of an environment (spec: run-and-http §4.9).
///
/// @param http for addresses with `http`
/// @param https for addresses with `https`, asked to open a way with `CONNECT`
/// @param except hosts that are reached without a proxy: names, which stand for what is below them
///   too, addresses, or `*` for all
public record ProxySettings(Optional<Url> http, Optional<Url> https, List<String> except) {
  /// No proxy.
  public static final ProxySettings NONE =
      new ProxySettings(Optional.empty(), Optional.empty(), List.of());

  /// Keeps an unmodifiable copy.
  public ProxySettings {
    except = List.copyOf(except);
  }

  /// {@return the proxies that the usual variables name} `HTTP_PROXY` in capitals is not read: web
  /// servers let a client set it.
  ///
  /// @param environment all variables; only `http_proxy`, and `https_proxy`, `all_proxy` and
  ///   `no_proxy` in either case are looked at
  /// @throws UserError if a proxy is none for HTTP
  public static ProxySettings in(Map<String, String> environment) {
    return new ProxySettings(
        proxy(environment, "http_proxy", "all_proxy", "ALL_PROXY"),
        proxy(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
        first(environment, "no_proxy", "NO_PROXY").stream()
            .flatMap(list -> Stream.of(list.split("[,\\s]+")))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /// {@return the proxy on the way to a host, if there is one}
  ///
  /// @param scheme `http` or `https`
  /// @param host a name, or an address without brackets
  Optional<Url> towards(String scheme, String host) {
    Optional<Url> proxy = scheme.equals("https") ? https : http;
    return proxy.filter(_ -> except.stream().noneMatch(name -> covers(name, host)));
  }

  private static boolean covers(String name, String host) {
    if (name.equals("*")) {
      return true;
    }
    String bare = name.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    String top = bare.startsWith(".") ? bare.substring(1) : bare;
    String asked = host.toLowerCase(Locale.ROOT);
    boolean isAddress = asked.contains(":") || asked.matches("[0-9.]+");
    return asked.equals(top) || (!isAddress && asked.endsWith("." + top));
  }

  private static Optional<Url> proxy(Map<String, String> environment, String... names) {
    Optional<String> text = first(environment, names);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String address = text.get().contains("://") ? text.get() : "http://" + text.get();
    Optional<Url> proxy = Url.parse(address).filter(url -> url.scheme().equals("http"));
    if (proxy.isEmpty()) {
      throw new UserError(
          Problem.of(
              "Cannot use the proxy of the environment variable " + names[0] + ".",
              "Its address must begin with http://."));
    }
    return proxy;
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
