package dev.sluice.http;

import dev.sluice.event.Exchange;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.secret.Redactor;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Requests and answers as texts to be shown (spec: studio §2.6, §4.5). Known secrets are masked
/// later; what is masked here nobody can know yet, or is too short to be looked for: credentials in
/// headers, and all that a login answers but what RFC 6749 says to be harmless.
///
/// @param bytes so much of a body is shown
record ExchangeText(int bytes) {
  /// A secret that the limit cuts must still be found.
  private static final int MARGIN = 8192;

  private static final Set<String> SECRET_ANSWERS = Set.of("set-cookie", "set-cookie2");
  private static final Set<String> HARMLESS =
      Set.of(
          "token_type",
          "expires_in",
          "scope",
          "error",
          "error_description",
          "error_uri",
          "error_codes");
  private static final Pattern SECRET_FIELD =
      Pattern.compile(
          "(?<=^|&)((?:client_secret|client_assertion|password|refresh_token|assertion|code)=)[^&]*");
  private static final int FIRST_ERROR = 400;

  /// {@return a request}
  ///
  /// @param request as it goes out, but for the signature
  Exchange.Ask ask(Request request) {
    String body = request.body().map(content -> text(content, content.length).start()).orElse("");
    return new Exchange.Ask(
        request.page(),
        request.verb(),
        request.url().shown(),
        WireHeaders.of(request).lines().stream()
            .map(line ->
                new Exchange.Header(
                    line.name(),
                    WireHeaders.isCredential(line) ? masked(line.value()) : line.value()))
            .toList(),
        request.purpose().isLogin()
            ? SECRET_FIELD.matcher(body).replaceAll("$1" + Redactor.MASK)
            : body);
  }

  /// {@return an answer}
  ///
  /// @param request what was asked
  /// @param response its body stays open
  /// @param took the time until it was there
  Exchange.Reply reply(Request request, Response response, Duration took) {
    long size = response.body().size();
    Exchange.Text body = text(response.body().start(bytes + MARGIN), size);
    return new Exchange.Reply(
        response.status(),
        response.reason(),
        headers(response.headers()),
        request.purpose().isLogin()
            ? new Exchange.Text(ofLogin(body.start(), response.status()), body.isWhole())
            : body,
        size,
        took);
  }

  private static List<Exchange.Header> headers(Headers headers) {
    return headers.lines().stream()
        .map(line ->
            new Exchange.Header(
                line.name(),
                SECRET_ANSWERS.contains(line.name().toLowerCase(Locale.ROOT))
                    ? Redactor.MASK
                    : line.value()))
        .toList();
  }

  /// The scheme of an `Authorization` is worth seeing.
  private static String masked(String value) {
    int space = value.indexOf(' ');
    boolean hasScheme = space > 0 && value.substring(0, space).matches("[A-Za-z]+");
    return (hasScheme ? value.substring(0, space + 1) : "") + Redactor.MASK;
  }

  private static Exchange.Text text(byte[] content, long size) {
    CharBuffer out = CharBuffer.allocate(content.length);
    // What the limit cuts within a character is left out.
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(content), out, false);
    String text = out.flip().toString();
    boolean isText = text.indexOf('\0') < 0;
    return isText
        ? new Exchange.Text(text, content.length >= size)
        : new Exchange.Text("(no text)", true);
  }

  /// What a login answers is a secret before anybody knows it.
  private static String ofLogin(String body, int status) {
    try {
      JsonValue value = new JsonReader().read(body);
      return value instanceof JsonObject object
          ? JsonWriter.compact(object(object))
          : Redactor.MASK;
    } catch (JsonSyntaxError _) {
      return status >= FIRST_ERROR || body.stripLeading().startsWith("<") ? body : Redactor.MASK;
    }
  }

  private static JsonObject object(JsonObject object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> members.put(name, HARMLESS.contains(name) ? value : hidden(value)));
    return JsonObject.of(members);
  }

  private static JsonValue hidden(JsonValue value) {
    return switch (value) {
      case JsonObject object -> object(object);
      case JsonArray(var items) -> new JsonArray(items.stream().map(ExchangeText::hidden).toList());
      case JsonNull _ -> value;
      default -> new JsonString(Redactor.MASK);
    };
  }
}
