package dev.sluice.http.sign;

import dev.sluice.http.Rfc3986;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A query in the two forms that a signed request needs, both in the encoding of RFC 3986 (spec:
/// authentication §2.3, §10).
///
/// @param text as it travels: repeats of a name stand together at the place of the first one; a
///   name without an equals sign keeps none, and gives way to the same name with one
/// @param canonical as it is signed: ordered by encoded bytes, names and then values
record SignedQuery(Optional<String> text, String canonical) {

  /// {@return both forms}
  ///
  /// @param query of the address, encoded in any way
  static SignedQuery of(Optional<String> query) {
    Map<String, List<Optional<String>>> pairs = new LinkedHashMap<>();
    query.ifPresent(whole -> {
      for (String part : whole.split("&", -1)) {
        String[] pair = part.split("=", 2);
        Optional<String> value =
            pair.length == 2 ? Optional.of(Rfc3986.recode(pair[1])) : Optional.empty();
        put(pairs, Rfc3986.recode(pair[0]), value);
      }
    });
    List<String> travelling = new ArrayList<>();
    pairs.forEach((name, values) ->
        values.forEach(value -> travelling.add(value.map(text -> name + "=" + text).orElse(name))));
    List<String> signed = new ArrayList<>();
    new TreeMap<>(pairs)
        .forEach((name, values) ->
            values.stream()
                .map(value -> value.orElse(""))
                .sorted()
                .forEach(value -> signed.add(name + "=" + value)));
    return new SignedQuery(query.map(_ -> String.join("&", travelling)), String.join("&", signed));
  }

  private static void put(
      Map<String, List<Optional<String>>> pairs, String name, Optional<String> value) {
    List<Optional<String>> values = pairs.computeIfAbsent(name, _ -> new ArrayList<>());
    if (values.size() == 1 && values.getFirst().isEmpty()) {
      values.clear();
    }
    values.add(value);
  }
}
