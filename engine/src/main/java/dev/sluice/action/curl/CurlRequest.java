package dev.sluice.action.curl;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The request that a cURL command would send.
///
/// @param verb the HTTP method, as it is sent
/// @param address as it is written, with what options add to its query
/// @param headers by name as written; the last of a name counts
/// @param body the data to send; absent when there is none, or it went into the query
record CurlRequest(
    String verb, String address, Map<String, String> headers, Optional<String> body) {
  private static final String NO_ADDRESS = "No valid URL found in the cURL command";
  private static final String CONTENT_TYPE = "Content-Type";

  /// {@return the request}
  ///
  /// @param command what to send
  /// @throws UserError if there is no address, or something has to be read from a file
  static CurlRequest of(CurlCommand command) {
    Optional<String> data = data(command);
    boolean isInQuery = command.has("get");
    String address = address(command);
    List<String> query = new ArrayList<>();
    data.filter(_ -> isInQuery).ifPresent(query::add);
    command.options().stream()
        .filter(option -> option.name().equals("url-query"))
        .map(option ->
            option.value().startsWith("+") ? option.value().substring(1) : encoded(option))
        .forEach(query::add);
    return new CurlRequest(
        verb(command, data.isPresent()),
        query.isEmpty() ? address : withQuery(address, String.join("&", query)),
        headers(command),
        data.filter(_ -> !isInQuery));
  }

  /// {@return the value of a header}
  ///
  /// @param name in any case
  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// {@return the media type of the body in lower case, without parameters}
  String mediaType() {
    return header(CONTENT_TYPE)
        .orElse("application/x-www-form-urlencoded")
        .replaceFirst(";.*", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String address(CurlCommand command) {
    List<String> all = new ArrayList<>(command.addresses());
    command.options().stream()
        .filter(option -> option.name().equals("url"))
        .forEach(option -> all.add(option.value()));
    return all.stream()
        .filter(CurlRequest::isAddress)
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                Problem.of(NO_ADDRESS, "Write it with 'https://' or 'http://' before the host.")));
  }

  /// {@return whether a word is an address with scheme and host}
  ///
  /// @param word any word
  static boolean isAddress(String word) {
    return word.matches("(?is)https?://[^/?#\\s].*");
  }

  private static String withQuery(String address, String more) {
    int fragment = address.indexOf('#');
    String plain = fragment < 0 ? address : address.substring(0, fragment);
    return plain + (plain.contains("?") ? "&" : "?") + more;
  }

  private static String verb(CurlCommand command, boolean hasData) {
    return command
        .last("request")
        .orElseGet(() -> {
          if (command.has("head")) {
            return "HEAD";
          }
          if (command.has("upload-file")) {
            return "PUT";
          }
          boolean isForm = command.has("form") || command.has("form-string");
          return isForm || (hasData && !command.has("get")) ? "POST" : "GET";
        });
  }

  private static Map<String, String> headers(CurlCommand command) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (CurlCommand.Option option : command.options()) {
      switch (option.name()) {
        case "header" -> header(option.value(), headers);
        case "user-agent" -> put(headers, "User-Agent", option.value());
        case "referer" -> put(headers, "Referer", option.value().replaceFirst(";auto$", ""));
        case "oauth2-bearer" -> put(headers, "Authorization", "Bearer " + option.value());
        case "cookie" -> cookie(option.value(), headers);
        case "json" -> {
          putIfAbsent(headers, CONTENT_TYPE, "application/json");
          putIfAbsent(headers, "Accept", "application/json");
        }
        default -> {}
      }
    }
    headers.values().removeIf(String::isEmpty);
    return headers;
  }

  /// `Name: value`; without value the header is not sent, and `Name;` sends it empty, which a
  /// configuration can't.
  private static void header(String line, Map<String, String> headers) {
    if (line.startsWith("@")) {
      throw fromFile("headers", line);
    }
    int colon = line.indexOf(':');
    if (colon > 0) {
      put(headers, line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private static void cookie(String value, Map<String, String> headers) {
    if (!value.contains("=")) {
      throw fromFile("cookies", value);
    }
    String earlier = headers.getOrDefault("Cookie", "");
    put(headers, "Cookie", earlier.isEmpty() ? value : earlier + "; " + value);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    headers.keySet().removeIf(other -> other.equalsIgnoreCase(name) && !other.equals(name));
    headers.put(name, value);
  }

  private static void putIfAbsent(Map<String, String> headers, String name, String value) {
    if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
      headers.put(name, value);
    }
  }

  private static Optional<String> data(CurlCommand command) {
    List<CurlCommand.Option> parts =
        command.options().stream()
            .filter(option -> option.name().startsWith("data") || option.name().equals("json"))
            .toList();
    boolean isJson = parts.stream().anyMatch(option -> option.name().equals("json"));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            parts.stream().map(CurlRequest::data).collect(Collectors.joining(isJson ? "" : "&")));
  }

  private static String data(CurlCommand.Option option) {
    String value = option.value();
    if (option.name().equals("data-urlencode")) {
      return encoded(option);
    }
    if (value.startsWith("@") && !option.name().equals("data-raw")) {
      throw fromFile("data", value);
    }
    return value;
  }

  private static String encoded(CurlCommand.Option option) {
    String value = option.value();
    int sign = value.indexOf('=');
    if (sign < 0) {
      if (value.contains("@")) {
        throw fromFile("data", value.substring(value.indexOf('@')));
      }
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
    String content = URLEncoder.encode(value.substring(sign + 1), StandardCharsets.UTF_8);
    return sign == 0 ? content : value.substring(0, sign) + "=" + content;
  }

  private static UserError fromFile(String what, String file) {
    return new UserError(
        Problem.of(
            "Error parsing cURL: the " + what + " would be read from the file " + file,
            "Put the content of the file into the command."));
  }
}
