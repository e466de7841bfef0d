package dev.sluice.http;

import dev.sluice.problem.UserError;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An absolute `http` or `https` address, normalised as the original's URL library does: scheme and
/// host in lower case, the scheme's own port left out, forbidden characters percent-encoded, no
/// fragment (spec: run-and-http §2.3, §4.7). Immutable.
public final class Url {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(https?)://([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{M}\\p{N}\\p{S}._~-]+)(?::([0-9]{0,5}))?");

  private final String scheme;
  private final Optional<String> userInfo;
  private final String host;
  private final int port;
  private final String path;
  private final Optional<String> query;

  private Url(String scheme, Authority authority, String path, Optional<String> query) {
    this.scheme = scheme;
    this.userInfo = authority.userInfo;
    this.host = authority.host;
    this.port = authority.port;
    this.path = path;
    this.query = query;
  }

  private record Authority(Optional<String> userInfo, String host, int port) {}

  /// {@return the address, if the text is an absolute one with scheme `http` or `https` and a host}
  ///
  /// @param text may hold characters that have to be encoded, and a fragment, which is dropped
  public static Optional<Url> parse(String text) {
    Matcher parts = ABSOLUTE.matcher(trimmed(text));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    var rest = Rest.of(parts.group(3));
    return authority(scheme, parts.group(2))
        .map(authority -> new Url(scheme, authority, rest.path, rest.query));
  }

  /// {@return the address that a reference means here} Dot segments are removed (RFC 3986 §5.2); a
  /// colon in a relative path is not taken for a scheme (spec: run-and-http §2.3).
  ///
  /// @param reference relative, absolute path, with or without host and scheme
  /// @throws UserError if it has a scheme or host that can't be read
  public Url resolve(String reference) {
    String text = trimmed(reference);
    if (ABSOLUTE.matcher(text).matches()) {
      return absolute(text, reference);
    }
    if (text.startsWith("//")) {
      return absolute(scheme + ":" + text, reference);
    }
    var rest = Rest.of(reference);
    var authority = new Authority(userInfo, host, port);
    if (rest.path.isEmpty()) {
      return new Url(scheme, authority, path, rest.query.or(() -> query));
    }
    return new Url(scheme, authority, withoutDots(merged(rest.path)), rest.query);
  }

  /// {@return whether a reference names a host of its own instead of that of the base URL}
  ///
  /// @param reference as [#resolve(String)] takes it
  public static boolean namesHost(String reference) {
    String text = trimmed(reference);
    return text.startsWith("//") || ABSOLUTE.matcher(text).matches();
  }

  /// {@return a reference without the blanks of ASCII at its ends; others belong to it}
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  /// {@return `http` or `https`}
  public String scheme() {
    return scheme;
  }

  /// {@return the part before the at sign, encoded, if there is one: `user` or `user:password`}
  public Optional<String> userInfo() {
    return userInfo;
  }

  /// {@return the host in lower case and ASCII; an IPv6 address in brackets}
  public String host() {
    return host;
  }

  /// {@return the port, the scheme's own when the address names none}
  public int port() {
    return port;
  }

  /// {@return the encoded path; empty when the address has none}
  public String path() {
    return path;
  }

  /// {@return the encoded query without the question mark; never empty text}
  public Optional<String> query() {
    return query;
  }

  /// {@return this address with another query}
  ///
  /// @param other without question mark; characters that may not stand in a query are encoded
  public Url withQuery(Optional<String> other) {
    return new Url(
        scheme,
        new Authority(userInfo, host, port),
        path,
        other.filter(text -> !text.isEmpty()).map(text -> Percent.mend(text, Percent.QUERY)));
  }

  /// {@return this address without user name and password}
  public Url withoutUserInfo() {
    return new Url(scheme, new Authority(Optional.empty(), host, port), path, query);
  }

  /// {@return what stands in the request line: the path, at least `/`, and the query}
  public String requestTarget() {
    return (path.isEmpty() ? "/" : path) + query.map(text -> "?" + text).orElse("");
  }

  /// {@return scheme, host and port, the port always written: `https://api.example.com:443`}
  public String origin() {
    return scheme + "://" + host + ":" + port;
  }

  /// {@return scheme and host, and the port unless it is the scheme's own, for messages}
  public String shownOrigin() {
    return scheme + "://" + hostHeader();
  }

  /// {@return the host, and the port unless it is the scheme's own, as in the header `Host`}
  public String hostHeader() {
    return port == ownPort(scheme) ? host : host + ":" + port;
  }

  /// {@return the whole address, password included; see [#shown()] for messages}
  public String text() {
    return text(userInfo);
  }

  /// {@return the whole address with `***` for a password, for messages}
  public String shown() {
    return text(userInfo.map(Url::masked));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Url url && url.text().equals(text());
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, userInfo, host, port, path, query);
  }

  /// {@return the same as [#shown()]}
  @Override
  public String toString() {
    return shown();
  }

  private String text(Optional<String> user) {
    return scheme
        + "://"
        + user.map(name -> name + "@").orElse("")
        + hostHeader()
        + path
        + query.map(text -> "?" + text).orElse("");
  }

  private static String masked(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0 ? userInfo : userInfo.substring(0, colon) + ":***";
  }

  private static Url absolute(String text, String reference) {
    Url url = parse(text).orElseThrow(() -> new UserError("Unable to parse URI: " + reference));
    return new Url(
        url.scheme,
        new Authority(url.userInfo, url.host, url.port),
        withoutDots(url.path),
        url.query);
  }

  /// {@return the port of an address that names none}
  ///
  /// @param scheme `http` or `https`
  public static int ownPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static Optional<Authority> authority(String scheme, String text) {
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String digits = Optional.ofNullable(parts.group(3)).orElse("");
    int port = digits.isEmpty() ? ownPort(scheme) : Integer.parseInt(digits);
    Optional<String> user =
        Optional.ofNullable(parts.group(1))
            .filter(name -> !name.isEmpty())
            .map(name -> Percent.mend(name, Percent.PATH));
    return port < 1 || port > 65_535
        ? Optional.empty()
        : ascii(parts.group(2)).map(host -> new Authority(user, host, port));
  }

  private static Optional<String> ascii(String host) {
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      return Optional.of(ascii.toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String merged(String relative) {
    if (relative.startsWith("/")) {
      return relative;
    }
    return path.substring(0, path.lastIndexOf('/') + 1).isEmpty()
        ? "/" + relative
        : path.substring(0, path.lastIndexOf('/') + 1) + relative;
  }

  private static String withoutDots(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String last = "";
    for (String segment : path.split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        if (!kept.isEmpty()) {
          kept.removeLast();
        }
      } else if (!segment.equals(".")) {
        kept.add(segment);
      }
    }
    String joined = String.join("/", kept);
    if (path.startsWith("/") && !joined.startsWith("/")) {
      return "/" + joined;
    }
    boolean endsInDots = last.equals(".") || last.equals("..");
    return endsInDots && !joined.isEmpty() ? joined + "/" : joined;
  }

  /// What follows the host.
  private record Rest(String path, Optional<String> query) {
    static Rest of(String text) {
      String sent = text.split("#", 2)[0];
      String[] parts = sent.split("\\?", 2);
      return new Rest(
          Percent.mend(parts[0], Percent.PATH),
          parts.length == 2 && !parts[1].isEmpty()
              ? Optional.of(Percent.mend(parts[1], Percent.QUERY))
              : Optional.empty());
    }
  }
}
