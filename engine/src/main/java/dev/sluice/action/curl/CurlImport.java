package dev.sluice.action.curl;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An endpoint made of a cURL command: the action `load_from_curl` (spec: studio §2.4).
///
/// @param job a new job, without the credentials
/// @param authentication the credentials of the command, if it has some
/// @param notImported options that have no counterpart, and why
/// @param baseUrl another base URL that would fit better than the configuration's
/// @param placeholders names in braces that stand in the path: a child job fills them
/// @param notes what is worth knowing about the job
public record CurlImport(
    JsonObject job,
    Optional<FoundCredentials> authentication,
    List<NotImported> notImported,
    Optional<Base> baseUrl,
    List<String> placeholders,
    List<String> notes) {
  private static final String GET = "GET";
  private static final String POST = "POST";
  private static final String FORM = "FORM";

  /// Keeps unmodifiable copies.
  public CurlImport {
    notImported = List.copyOf(notImported);
    placeholders = List.copyOf(placeholders);
    notes = List.copyOf(notes);
  }

  /// A part of a command that is of no use here.
  ///
  /// @param option as it was written
  /// @param reason why, as a sentence
  public record NotImported(String option, String reason) {}

  /// A base URL to use instead.
  ///
  /// @param url ends with a slash
  /// @param endpoint the job's endpoint with it
  public record Base(String url, String endpoint) {}

  private record Content(String method, JsonObject params) {}

  /// {@return what a command means}
  ///
  /// @param text the command
  /// @param base the configuration's base URL; empty when there is none
  /// @throws UserError if it can't be imported
  public static CurlImport of(String text, String base) {
    if (text.isBlank()) {
      throw new UserError("cURL command not provided");
    }
    CurlCommand command = CurlCommand.of(text);
    CurlRequest request = CurlRequest.of(command);
    CurlAddress address = CurlAddress.of(request.address(), base);
    List<String> notes = new ArrayList<>();
    Content content = content(command, request, address, notes);
    List<FoundCredentials> credentials = FoundCredentials.in(command, request, address.query());
    Optional<FoundCredentials> chosen = credentials.stream().findFirst();
    String endpoint = endpoint(content, address, request);
    notes(request, content, credentials, address, notes);
    return new CurlImport(
        JsonObject.builder()
            .put("__NAME", endpoint)
            .put("endpoint", endpoint)
            .put("children", JsonArray.EMPTY)
            .put("method", content.method)
            .put("dataType", address.lastSegment())
            .put("dataField", JsonObject.builder().put("path", ".").put("delimiter", ".").build())
            .put(
                "params",
                chosen
                    .filter(_ -> content.method.equals(GET))
                    .map(found -> content.params.without(found.parameter()))
                    .orElse(content.params))
            .put("headers", headers(request, content, chosen))
            .build(),
        chosen,
        LeftOut.of(command, request),
        address.baseUrl(),
        address.placeholders(),
        notes);
  }

  private static Content content(
      CurlCommand command, CurlRequest request, CurlAddress address, List<String> notes) {
    if (request.verb().equals(GET)) {
      return new Content(GET, address.query());
    }
    if (!request.verb().equals(POST)) {
      throw unsupported(request.verb(), "Only these read data.");
    }
    if (command.has("form") || command.has("form-string")) {
      throw unsupported(POST, "The command sends a multipart form (-F); -d sends a simple one.");
    }
    String body = request.body().orElse("");
    String type = request.mediaType();
    boolean isSaid = request.header("Content-Type").isPresent();
    if (type.equals("application/json") || type.endsWith("+json")) {
      return json(body, request);
    }
    if (!isSaid && body.strip().startsWith("{")) {
      notes.add("The body is JSON, so it is sent as such; the command itself says it were a form.");
      return json(body, request);
    }
    if (!type.equals("application/x-www-form-urlencoded")) {
      throw unsupported(POST, "The body is of the type '" + type + "'.");
    }
    return new Content(FORM, CurlAddress.form(body));
  }

  private static Content json(String body, CurlRequest request) {
    if (request.address().contains("?")) {
      throw new UserError(
          Problem.of(
              "Query parameters are not supported for POST requests with JSON content type",
              "Take them out of the command, and write them into the URL path afterwards if the"
                  + " API needs them."));
    }
    try {
      if (body.isBlank()) {
        return new Content(POST, JsonObject.EMPTY);
      }
      if (new JsonReader().read(body) instanceof JsonObject params) {
        return new Content(POST, params);
      }
    } catch (JsonSyntaxError e) {
      throw new UserError(
          Problem.of(
              "Error parsing cURL: the body is not valid JSON: "
                  + e.reason()
                  + e.place().map(place -> " at " + place + " of the body").orElse(""),
              "In a shell, JSON stands best in single quotes."),
          e);
    }
    throw new UserError(
        Problem.of(
            "Error parsing cURL: the body is no JSON object",
            "The parameters of an endpoint are names and values."));
  }

  private static UserError unsupported(String verb, String why) {
    return new UserError(
        Problem.of(
            "Unsupported method "
                + verb
                + ", only GET, POST with JSON and POST with form data are supported.",
            why));
  }

  /// The query of a form post stays where it is: the parameters are the form.
  private static String endpoint(Content content, CurlAddress address, CurlRequest request) {
    int query = request.address().indexOf('?');
    return content.method.equals(FORM) && query >= 0
        ? address.endpoint() + request.address().substring(query).replaceFirst("#.*", "")
        : address.endpoint();
  }

  private static JsonObject headers(
      CurlRequest request, Content content, Optional<FoundCredentials> chosen) {
    Map<String, JsonString> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> {
          boolean isImplied = content.method.equals(FORM) && name.equalsIgnoreCase("Content-Type");
          boolean isCredential = chosen.filter(found -> found.header().equals(name)).isPresent();
          if (!isImplied && !isCredential) {
            headers.put(name, new JsonString(value));
          }
        });
    return JsonObject.of(headers);
  }

  private static void notes(
      CurlRequest request,
      Content content,
      List<FoundCredentials> credentials,
      CurlAddress address,
      List<String> notes) {
    credentials.stream()
        .skip(1)
        .filter(more -> !more.header().isEmpty() || !more.parameter().isEmpty())
        .forEach(more ->
            notes.add(
                capital(more.place())
                    + " looks like a secret. Make it a user parameter whose name begins with #."));
    if (request.header("Cookie").isPresent()) {
      notes.add("The header Cookie may hold a session, which ends some day.");
    }
    content.params.forEach((name, value) -> {
      if (value instanceof JsonArray && !content.method.equals(POST)) {
        notes.add(
            "The repeated parameter '%s' is sent as '%s[0]', '%s[1]' and so on."
                .formatted(name, name, name));
      }
    });
    String path = request.address().replaceFirst("[?#].*", "");
    if (path.endsWith("/") && !address.endpoint().endsWith("/")) {
      notes.add("The slash at the end of the URL is left out. Add it if the API needs it.");
    }
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
