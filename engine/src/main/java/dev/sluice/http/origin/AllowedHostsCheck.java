package dev.sluice.http.origin;

import dev.sluice.config.AllowedHosts;
import dev.sluice.http.Query;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Refuses addresses that the operator does not allow (spec: run-and-http §1.13, README G-02): as a
/// stage every address that is asked, logins and redirects included; at the start those of the
/// jobs.
///
/// @param allowed what is allowed
public record AllowedHostsCheck(AllowedHosts allowed) implements Stage {
  private static final Pattern URL =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^/?#@]*@)?(\\[[^]]*]|[^/?#:]*)(?::([0-9]{1,5}))?"
              + "(/[^?#]*)?.*",
          Pattern.DOTALL);

  @Override
  public Response send(Request request, Next next) {
    Url url = request.url();
    check(new Place(url.scheme(), url.host(), Optional.of(url.port()), url.path()), url.shown());
    return next.send(request);
  }

  /// Checks the address of a job as the original does before the first request: put together as
  /// text, without regard to what a relative or absolute endpoint means.
  ///
  /// @param baseUrl the base URL, functions evaluated
  /// @param endpoint the job's, with the values of its own placeholders put in
  /// @param params the job's
  /// @throws UserError if no entry matches
  public void checkAtStart(String baseUrl, String endpoint, JsonObject params) {
    String query = Query.encode(params);
    String url =
        baseUrl.replaceAll("/+$", "")
            + "/"
            + endpoint.replaceAll("^/+", "")
            + (query.isEmpty() ? "" : (endpoint.contains("?") ? "&" : "?") + query);
    Matcher parts = URL.matcher(url);
    if (parts.matches()) {
      check(
          new Place(
              Optional.ofNullable(parts.group(1)).orElse(""),
              parts.group(2),
              Optional.ofNullable(parts.group(3)).map(Integer::valueOf),
              Optional.ofNullable(parts.group(4)).orElse("")),
          url);
    }
  }

  /// The parts of an address that entries are compared with.
  ///
  /// @param port the port to compare; at the start only one that is written
  private record Place(String scheme, String host, Optional<Integer> port, String path) {}

  private void check(Place place, String url) {
    boolean isAllowed =
        allowed.entries().isEmpty()
            || allowed.entries().stream().anyMatch(entry -> matches(entry, place));
    if (!isAllowed) {
      throw new UserError("URL \"" + url + "\" is not in the allowed hosts whitelist.");
    }
  }

  private static boolean matches(AllowedHosts.Entry entry, Place place) {
    return entry.host().equalsIgnoreCase(place.host)
        && entry.scheme().map(scheme -> scheme.equalsIgnoreCase(place.scheme)).orElse(true)
        && (entry.port().isEmpty() || entry.port().equals(place.port))
        && entry.path().map(path -> isBelow(place.path, path)).orElse(true);
  }

  private static boolean isBelow(String path, String prefix) {
    String from = trimmed(prefix);
    String whole = trimmed(path);
    return !climbs(whole) && (from.isEmpty() || (whole + "/").startsWith(from + "/"));
  }

  /// A server may take encoded dots for dots.
  private static boolean climbs(String path) {
    String plain = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
    return ("/" + plain + "/").contains("/../");
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
