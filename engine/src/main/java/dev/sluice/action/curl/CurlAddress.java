package dev.sluice.action.curl;

import dev.sluice.http.QueryReader;
import dev.sluice.http.Url;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a command beside the base URL of a configuration (spec: studio §2.4 no. 2 and 4).
///
/// @param endpoint relative to the base URL if it lies below it, else the whole address; without
///   query
/// @param lastSegment of the path; may be empty
/// @param query the parameters, decoded
/// @param baseUrl another base URL that would fit better
record CurlAddress(
    String endpoint, String lastSegment, JsonObject query, Optional<CurlImport.Base> baseUrl) {
  private static final Pattern PARTS =
      Pattern.compile("(?s)([A-Za-z]+://)(?:[^/?#]*@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final Pattern VERSION = Pattern.compile("(?i)v\\d+([._]\\d+)*|api|rest");
  private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\{)\\{([^{}/]+)}(?!})");

  /// {@return the parts of an address}
  ///
  /// @param text with scheme and host
  /// @param base the configuration's base URL; empty when there is none
  static CurlAddress of(String text, String base) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no address");
    }
    String whole = parts.group(1) + parts.group(2) + parts.group(3);
    String path = parts.group(3).replaceFirst("/$", "");
    String plain = whole.replaceFirst("(?<!/)/$", "");
    boolean hasBraces = text.contains("{") || text.contains("}");
    String query = parts.group(4) == null ? "" : parts.group(4);
    JsonObject params = params(hasBraces ? query.replaceAll("[{}]", "_") : query);
    String below = below(plain, normalised(base));
    return new CurlAddress(
        below.isEmpty() ? plain : below,
        path.substring(path.lastIndexOf('/') + 1),
        params,
        suggested(parts, plain, base, below));
  }

  /// {@return the names in braces that stand in the endpoint}
  List<String> placeholders() {
    List<String> names = new ArrayList<>();
    Matcher found = PLACEHOLDER.matcher(endpoint.replaceFirst("^[A-Za-z]+://[^/]*", ""));
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  /// A base URL without query, with a slash at its end.
  private static String normalised(String base) {
    String plain = base.strip().replaceFirst("(?s)[?#].*", "");
    return plain.isEmpty() || plain.endsWith("/") ? plain : plain + "/";
  }

  /// {@return the part behind the base URL; empty if there is none} Scheme and host compare without
  /// regard to case.
  private static String below(String address, String base) {
    if (base.isEmpty() || address.length() <= base.length()) {
      return "";
    }
    int path = base.indexOf('/', base.indexOf("//") + 2);
    return address.regionMatches(true, 0, base, 0, path)
            && address.startsWith(base.substring(path), path)
        ? address.substring(base.length())
        : "";
  }

  private static Optional<CurlImport.Base> suggested(
      Matcher parts, String plain, String base, String below) {
    if (!below.isEmpty()) {
      // Without its slash a base URL with a path loses the last part of the path.
      boolean isComplete = normalised(base).equals(base.strip()) || hasNoPath(base);
      return isComplete
          ? Optional.empty()
          : Optional.of(new CurlImport.Base(normalised(base), below));
    }
    String host = parts.group(1) + parts.group(2) + "/";
    if (host.contains("{") || isSameHost(host, base) || plain.length() <= host.length()) {
      return Optional.empty();
    }
    String[] segments = plain.substring(host.length()).split("/", -1);
    int kept = 0;
    for (int i = 0; i + 1 < segments.length; i++) {
      kept = VERSION.matcher(segments[i]).matches() ? i + 1 : kept;
    }
    String url = host;
    for (int i = 0; i < kept; i++) {
      url += segments[i] + "/";
    }
    return Optional.of(new CurlImport.Base(url, plain.substring(url.length())));
  }

  private static boolean hasNoPath(String base) {
    return base.indexOf('/', base.indexOf("//") + 2) < 0;
  }

  private static boolean isSameHost(String host, String base) {
    Optional<Url> own = Url.parse(host);
    return own.isPresent()
        && Url.parse(base).filter(url -> url.origin().equals(own.get().origin())).isPresent();
  }

  private static JsonObject params(String query) {
    var params = JsonObject.builder();
    QueryReader.parse(query).forEach((name, value) -> params.put(name, text(value)));
    return params.build();
  }

  private static JsonValue text(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> new JsonString("");
      case JsonArray(var items) -> new JsonArray(items.stream().map(CurlAddress::text).toList());
      default -> value;
    };
  }

  /// {@return the fields of a form}
  ///
  /// @param body as it would be sent
  static JsonObject form(String body) {
    return params(body);
  }
}
