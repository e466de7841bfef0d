package dev.sluice.paging;

import dev.sluice.http.QueryReader;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How an API may page, guessed from one answer: a proposal for somebody who knows it, never
/// applied by itself.
///
/// @param pagination for `api.pagination`
/// @param words why, as a sentence
public record PagingGuess(JsonObject pagination, String words) {
  private static final int DEEPEST = 3;
  private static final Set<String> NEXT_LINKS =
      Set.of("next", "nexturl", "nextlink", "nextpageurl", "nexthref", "odatanextlink");
  private static final Set<String> NEXT_VALUES =
      Set.of(
          "next",
          "after",
          "nextcursor",
          "nexttoken",
          "nextpagetoken",
          "cursor",
          "endcursor",
          "continuationtoken",
          "scrollid",
          "nextafter");
  private static final List<String> OFFSETS = List.of("offset", "startat", "skip", "start");
  private static final List<String> PAGES =
      List.of("page", "currentpage", "pagenumber", "pageno", "pageindex");
  private static final List<String> LIMITS =
      List.of("limit", "maxresults", "perpage", "pagesize", "size", "count", "top", "take");

  /// {@return what the answer looks like, if it looks like anything}
  ///
  /// @param body the answer's document
  /// @param url what was asked for
  public static Optional<PagingGuess> of(JsonValue body, String url) {
    if (!(body instanceof JsonObject object)) {
      return counted(Map.of(), query(url));
    }
    Map<List<String>, JsonValue> values = new LinkedHashMap<>();
    collect(object, List.of(), values);
    JsonObject query = query(url);
    return link(values).or(() -> cursor(values)).or(() -> counted(values, query));
  }

  private static JsonObject query(String url) {
    int start = url.indexOf('?');
    return start < 0 ? JsonObject.EMPTY : QueryReader.parse(url.substring(start));
  }

  private static void collect(
      JsonObject object, List<String> above, Map<List<String>, JsonValue> values) {
    object.forEach((name, value) -> {
      List<String> path = new java.util.ArrayList<>(above);
      path.add(name);
      if (value instanceof JsonObject inner && path.size() < DEEPEST) {
        collect(inner, path, values);
      } else if (value instanceof JsonString || value instanceof JsonNumber) {
        values.put(path, value);
      }
    });
  }

  private static Optional<PagingGuess> link(Map<List<String>, JsonValue> values) {
    for (Map.Entry<List<String>, JsonValue> entry : values.entrySet()) {
      List<String> path = entry.getKey();
      boolean isNamed = path.stream().anyMatch(name -> NEXT_LINKS.contains(plain(name)));
      if (isNamed && entry.getValue() instanceof JsonString(String text) && isLink(text)) {
        boolean needsDelimiter = path.stream().anyMatch(name -> name.contains("."));
        String key = String.join(needsDelimiter ? "/" : ".", path);
        var pagination = JsonObject.builder().put("method", "response.url").put("urlKey", key);
        if (needsDelimiter) {
          pagination.put("delimiter", "/");
        }
        return guess(pagination, "Looks like response.url on `%s`".formatted(key));
      }
    }
    return Optional.empty();
  }

  private static boolean isLink(String text) {
    return text.startsWith("http://")
        || text.startsWith("https://")
        || text.startsWith("/")
        || text.startsWith("?");
  }

  private static Optional<PagingGuess> cursor(Map<List<String>, JsonValue> values) {
    for (Map.Entry<List<String>, JsonValue> entry : values.entrySet()) {
      String name = entry.getKey().getLast();
      boolean isText = entry.getValue() instanceof JsonString(String text) && !text.isEmpty();
      boolean isDotted = entry.getKey().stream().anyMatch(step -> step.contains("."));
      if (isText && !isDotted && NEXT_VALUES.contains(plain(name))) {
        String path = String.join(".", entry.getKey());
        String param = parameter(name);
        return guess(
            JsonObject.builder()
                .put("method", "response.param")
                .put("responseParam", path)
                .put("queryParam", param),
            "Looks like response.param: `%s` of the answer goes into the parameter `%s`"
                .formatted(path, param));
      }
    }
    return Optional.empty();
  }

  /// {@return the parameter that a value called `next…` probably belongs to}
  private static String parameter(String name) {
    String rest = name.replaceFirst("(?i)^(next|end)_?", "");
    return rest.isEmpty()
        ? "cursor"
        : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
  }

  private static Optional<PagingGuess> counted(
      Map<List<String>, JsonValue> values, JsonObject query) {
    Map<String, JsonValue> named = new LinkedHashMap<>();
    query.forEach(named::put);
    values.forEach((path, value) -> named.putIfAbsent(path.getLast(), value));
    Optional<String> limit = first(named, LIMITS);
    Optional<String> offset = first(named, OFFSETS);
    if (offset.isPresent() && limit.isPresent()) {
      return guess(
          JsonObject.builder()
              .put("method", "offset")
              .put("limit", named.getOrDefault(limit.get(), JsonNumber.of(1)))
              .put("offsetParam", offset.get())
              .put("limitParam", limit.get()),
          "Looks like offset with `%s` and `%s`".formatted(offset.get(), limit.get()));
    }
    Optional<String> page = first(named, PAGES);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    // What the answer calls the current page is the parameter `page`.
    String param = plain(page.get()).equals("currentpage") ? "page" : page.get();
    var pagination = JsonObject.builder().put("method", "pagenum").put("pageParam", param);
    number(named.get(page.get()))
        .filter(number -> number == 0)
        .ifPresent(number -> pagination.put("firstPage", JsonNumber.of(number)));
    limit.ifPresent(name ->
        pagination
            .put("limitParam", name)
            .put("limit", named.getOrDefault(name, JsonNumber.of(1))));
    return guess(pagination, "Looks like pagenum with `%s`".formatted(param));
  }

  private static Optional<String> first(Map<String, JsonValue> named, List<String> names) {
    return names.stream()
        .flatMap(wanted ->
            named.keySet().stream()
                .filter(name -> plain(name).equals(wanted))
                .filter(name -> number(named.get(name)).isPresent()))
        .findFirst();
  }

  private static Optional<Long> number(@org.jspecify.annotations.Nullable JsonValue value) {
    return switch (value) {
      case JsonNumber number when number.isInteger() -> Optional.of(number.longValue());
      case JsonString(String text) when text.matches("\\d{1,15}") ->
          Optional.of(Long.valueOf(text));
      case null, default -> Optional.empty();
    };
  }

  /// {@return a name without what differs between ways of writing: `next_url` and `nextURL` are
  /// one}
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<PagingGuess> guess(JsonObject.Builder pagination, String words) {
    return Optional.of(new PagingGuess(pagination.build(), words + "."));
  }
}
