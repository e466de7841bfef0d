package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the texts of a configuration that must not be shown: all that stands under a `#` key, and
/// passwords in addresses (RFC 3986 §3.2.1).
final class SecretValues {
  /// Parts of a document in a text that are shorter are words such as `Bearer`.
  private static final int SHORTEST_PART = 8;

  private static final Pattern USER_INFO =
      Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://([^/?#@\\s]*:([^/?#@\\s]+))@");

  private final Set<String> found = new LinkedHashSet<>();

  private SecretValues() {}

  /// {@return the secret texts, longest parts first as they were met}
  ///
  /// @param document the whole file
  /// @param overlay `#` attributes from outside the file
  static List<String> of(JsonValue document, JsonObject overlay) {
    var values = new SecretValues();
    values.search(document, false);
    values.search(overlay, true);
    return new ArrayList<>(values.found);
  }

  private void search(JsonValue value, boolean secret) {
    switch (value) {
      case JsonObject object ->
          object.forEach((key, inner) -> search(inner, secret || key.startsWith("#")));
      case JsonArray array -> array.items().forEach(item -> search(item, secret));
      case JsonString(String text) when secret -> text(text);
      case JsonNumber(String literal) when secret -> found.add(literal);
      case JsonString(String text) -> address(text);
      default -> {}
    }
  }

  private void address(String text) {
    Matcher userInfo = USER_INFO.matcher(text);
    if (userInfo.find()) {
      for (int group = 1; group <= userInfo.groupCount(); group++) {
        found.add(userInfo.group(group));
        found.add(decoded(userInfo.group(group)));
      }
    }
  }

  /// Login information is sent decoded; a broken escape is sent as it stands.
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }

  /// OAuth data is a JSON document in a text: its longer parts are secrets as well.
  private void text(String text) {
    found.add(text);
    if (text.strip().startsWith("{")) {
      try {
        var parts = new SecretValues();
        parts.search(new JsonReader().read(text), true);
        parts.found.stream().filter(part -> part.length() >= SHORTEST_PART).forEach(found::add);
      } catch (JsonSyntaxError _) {
        // Not a document: the text as a whole is hidden.
      }
    }
  }
}
