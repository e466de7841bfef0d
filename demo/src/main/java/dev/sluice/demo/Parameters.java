package dev.sluice.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decoded parameters of a query or of a form body (application/x-www-form-urlencoded).
///
/// @param values by name; the first one of a repeated name
/// @param repeats whether a name stands there more than once, which OAuth forbids (RFC 6749 §3.2)
record Parameters(Map<String, String> values, boolean repeats) {

  /// {@return the parameters}
  ///
  /// @param encoded a query without its question mark, or a form body; null for none
  /// @throws IllegalArgumentException if a percent sign is not followed by two hex digits
  static Parameters of(@Nullable String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean repeats = false;
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? decoded(parts[1]) : "";
        repeats |= values.putIfAbsent(decoded(parts[0]), value) != null;
      }
    }
    return new Parameters(values, repeats);
  }

  /// {@return the value; empty when absent or without a value, which mean the same (RFC 6749 §3.2)}
  ///
  /// @param name the parameter's name
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /// {@return text without its form encoding}
  ///
  /// @param encoded e.g. `a+b%2F`
  /// @throws IllegalArgumentException if a percent sign is not followed by two hex digits
  static String decoded(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
