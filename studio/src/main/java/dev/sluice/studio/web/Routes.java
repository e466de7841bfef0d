package dev.sluice.studio.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which address does what. Filled once, then safe for several threads.
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /// Does what an address is for.
  @FunctionalInterface
  public interface Endpoint {
    /// {@return the answer}
    ///
    /// @param call the request
    /// @param names the values of the pattern's `{names}`
    /// @throws Refusal if it can't be done
    Reply answer(Call call, Map<String, String> names);
  }

  private record Route(String method, List<String> pattern, Endpoint endpoint) {
    Optional<Map<String, String>> match(List<String> path) {
      if (path.size() != pattern.size()) {
        return Optional.empty();
      }
      Map<String, String> names = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String part = pattern.get(i);
        if (part.startsWith("{")) {
          int close = part.indexOf('}');
          String suffix = part.substring(close + 1);
          if (!path.get(i).endsWith(suffix) || path.get(i).length() == suffix.length()) {
            return Optional.empty();
          }
          names.put(
              part.substring(1, close),
              path.get(i).substring(0, path.get(i).length() - suffix.length()));
        } else if (!part.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(names);
    }
  }

  /// Adds an address; of those that fit, the first added is taken.
  ///
  /// @param method the HTTP method
  /// @param pattern e.g. `/api/runs/{id}`; a `{name}` stands for the beginning of a segment or all
  ///   of it
  /// @param endpoint what it does
  /// @return this
  public Routes on(String method, String pattern, Endpoint endpoint) {
    routes.add(new Route(method, segments(pattern), endpoint));
    return this;
  }

  /// {@return the answer of the address that fits}
  ///
  /// @param call the request
  /// @throws Refusal if there is none, or it can't be done
  public Reply answer(Call call) {
    boolean isKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> names = route.match(call.path());
      if (names.isPresent()) {
        if (route.method().equals(call.method())) {
          return route.endpoint().answer(call, names.get());
        }
        isKnown = true;
      }
    }
    throw isKnown
        ? new Refusal(405, "method_not_allowed", "This address has no " + call.method() + ".")
        : Refusal.notFound("There is nothing at this address.");
  }

  /// {@return the addresses, e.g. `GET /api/config`, in the order in which they were added}
  public List<String> addresses() {
    return routes.stream()
        .map(route -> route.method() + " /" + String.join("/", route.pattern()))
        .toList();
  }

  /// {@return the parts of a path between its slashes}
  ///
  /// @param path begins with a slash
  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
