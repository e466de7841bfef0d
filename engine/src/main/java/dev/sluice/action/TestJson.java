package dev.sluice.action;

import dev.sluice.event.Exchange;
import dev.sluice.event.PageName;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.secret.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The output of `test_request` (spec: studio §2.2, and §4.5 for the exchanges).
///
/// @param redactor knows the secrets of the run: what is decoded here is masked once more
public record TestJson(Redactor redactor) {
  /// What the original writes in the place of a secret (spec: studio §2.6).
  private static final String HIDDEN = "--HIDDEN--";

  /// {@return the parts that the original has: `response`, `request`, `records`, `debug_log`}
  ///
  /// @param result what the test showed
  public JsonObject original(TestRequest.Result result) {
    return (JsonObject) withOriginalMask(parts(result));
  }

  /// {@return a document with secrets masked as the original does}
  ///
  /// @param document any
  public JsonObject original(JsonObject document) {
    return (JsonObject) withOriginalMask(masked(document));
  }

  private JsonObject parts(TestRequest.Result result) {
    Optional<ShownExchange> last = result.last();
    return JsonObject.builder()
        .put(
            "response",
            last.flatMap(ShownExchange::reply).<JsonValue>map(this::response).orElse(JsonNull.NULL))
        .put(
            "request",
            last.<JsonValue>map(exchange -> request(exchange.ask())).orElse(JsonNull.NULL))
        .put("records", masked(new JsonArray(result.records())))
        .put("debug_log", new JsonString(String.join("\n", result.log()) + "\n"))
        .build();
  }

  /// {@return all requests and answers}
  ///
  /// @param exchanges in the order of sending
  public JsonArray exchanges(List<ShownExchange> exchanges) {
    return new JsonArray(exchanges.stream().map(this::exchange).toList());
  }

  /// {@return a request and its answer}
  ///
  /// @param exchange both
  public JsonValue exchange(ShownExchange exchange) {
    Exchange.Ask ask = exchange.ask();
    var json =
        JsonObject.builder()
            .put("n", JsonNumber.of(exchange.number()))
            .put("login", JsonBoolean.of(exchange.isLogin()))
            .put("purpose", purpose(ask))
            .put("job", ask.page().map(PageName::job).orElse(""))
            .put("method", ask.method())
            .put("url", ask.url())
            .put("request_headers", headers(ask.headers()))
            .put("request_body", ask.body().isEmpty() ? JsonNull.NULL : new JsonString(ask.body()))
            .put("ms", JsonNumber.of(exchange.took().toMillis()));
    exchange
        .reply()
        .ifPresent(reply ->
            json.put("status", JsonNumber.of(reply.status()))
                .put("reason", reply.reason())
                .put("response_headers", headers(reply.headers()))
                .put("response_body", reply.body().start())
                .put("response_truncated", JsonBoolean.of(!reply.body().isWhole()))
                .put("bytes", JsonNumber.of(reply.bytes())));
    if (!exchange.failure().isEmpty()) {
      json.put("error", exchange.failure());
    }
    return json.build();
  }

  /// {@return what a request is for}
  ///
  /// @param ask the request
  public static String purpose(Exchange.Ask ask) {
    return ask.page().map(page -> page.endpoint() + ", page " + page.number()).orElse("login");
  }

  /// {@return a value with secrets masked in all its texts}
  ///
  /// @param value any value
  public JsonValue masked(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(redactor.redactWhole(text));
      case JsonNumber(String literal) when !redactor.redactWhole(literal).equals(literal) ->
          new JsonString(Redactor.MASK);
      case JsonArray(var items) -> new JsonArray(items.stream().map(this::masked).toList());
      case JsonObject object -> {
        var members = JsonObject.builder();
        object.forEach((name, member) -> members.put(redactor.redact(name), masked(member)));
        yield members.build();
      }
      default -> value;
    };
  }

  private static JsonValue withOriginalMask(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(text.replace(Redactor.MASK, HIDDEN));
      case JsonArray(var items) ->
          new JsonArray(items.stream().map(TestJson::withOriginalMask).toList());
      case JsonObject object -> {
        var members = JsonObject.builder();
        object.forEach((name, member) -> members.put(name, withOriginalMask(member)));
        yield members.build();
      }
      default -> value;
    };
  }

  private JsonObject response(Exchange.Reply reply) {
    return JsonObject.builder()
        .put("status_code", JsonNumber.of(reply.status()))
        .put("reason", reply.reason())
        .put(
            "data",
            reply.body().isWhole()
                ? data(reply.body().start())
                : new JsonString(reply.body().start()))
        .put("headers", joined(reply.headers()))
        .build();
  }

  private static JsonObject request(Exchange.Ask ask) {
    return JsonObject.builder()
        .put("url", ask.url())
        .put("method", ask.method())
        .put("data", ask.body().isEmpty() ? JsonNull.NULL : new JsonString(ask.body()))
        .put("headers", joined(ask.headers()))
        .build();
  }

  private JsonValue data(String body) {
    try {
      return masked(new JsonReader().read(body));
    } catch (JsonSyntaxError _) {
      return new JsonString(body);
    }
  }

  private static JsonObject joined(List<Exchange.Header> headers) {
    var joined = new java.util.LinkedHashMap<String, JsonValue>();
    for (Exchange.Header header : headers) {
      joined.merge(
          header.name(),
          new JsonString(header.value()),
          (first, _) -> new JsonString(((JsonString) first).value() + ", " + header.value()));
    }
    return JsonObject.of(joined);
  }

  private static JsonArray headers(List<Exchange.Header> headers) {
    List<JsonValue> lines = new ArrayList<>();
    for (Exchange.Header header : headers) {
      lines.add(JsonArray.of(new JsonString(header.name()), new JsonString(header.value())));
    }
    return new JsonArray(lines);
  }
}
