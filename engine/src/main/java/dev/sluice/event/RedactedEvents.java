package dev.sluice.event;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.secret.Redactor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks secrets in all texts of events before it hands them on.
///
/// @param redactor knows the secrets
/// @param listener gets the masked events
public record RedactedEvents(Redactor redactor, Events listener) implements Events {
  private static final Pattern PARAMETER = Pattern.compile("((?:^|[?&])[^=&?]*=)([^&#]*)");

  @Override
  public void on(RunEvent event) {
    listener.on(
        switch (event) {
          case RunEvent.Log(Level level, String message, JsonObject context) ->
              new RunEvent.Log(level, redactor.redact(message), object(context));
          case RunEvent.JobEnded(RunEvent.JobSummary summary) ->
              new RunEvent.JobEnded(
                  new RunEvent.JobSummary(
                      redactor.redact(summary.endpoint()),
                      redactor.redact(summary.dataType()),
                      summary.pages(),
                      summary.rows(),
                      redactor.redact(summary.reason())));
          case RunEvent.Retrying(String reason, Duration pause, int number) ->
              new RunEvent.Retrying(redactor.redact(reason), pause, number);
          case RunEvent.Paused(String origin, String reason, Duration pause) ->
              new RunEvent.Paused(redactor.redact(origin), redactor.redact(reason), pause);
          case RunEvent.Sent(Attempt attempt, Exchange.Ask ask) ->
              new RunEvent.Sent(
                  attempt,
                  new Exchange.Ask(
                      ask.page(),
                      ask.method(),
                      redactor.redact(withoutShortParameters(ask.url())),
                      headers(ask.headers()),
                      start(ask.body())));
          case RunEvent.Received(Attempt attempt, Exchange.Reply reply) ->
              new RunEvent.Received(
                  attempt,
                  new Exchange.Reply(
                      reply.status(),
                      redactor.redact(reply.reason()),
                      headers(reply.headers()),
                      text(reply.body()),
                      reply.bytes(),
                      reply.took()));
          case RunEvent.Unanswered(Attempt attempt, String reason, Duration took) ->
              new RunEvent.Unanswered(attempt, redactor.redact(reason), took);
          case RunEvent.Rows(String job, List<JsonValue> rows) ->
              new RunEvent.Rows(job, rows.stream().map(this::value).toList());
          case RunEvent.LeftOut(String message) -> new RunEvent.LeftOut(redactor.redact(message));
          case RunEvent.IterationStarted started -> started;
          case RunEvent.PageCommitted page -> page;
          case RunEvent.Answered answered -> answered;
        });
  }

  @Override
  public int bodyBytes() {
    return listener.bodyBytes();
  }

  private List<Exchange.Header> headers(List<Exchange.Header> headers) {
    return headers.stream()
        .map(header ->
            new Exchange.Header(
                redactor.redact(header.name()), redactor.redactWhole(header.value())))
        .toList();
  }

  private Exchange.Text text(Exchange.Text body) {
    String start = start(body.start());
    boolean isCut = !body.isWhole() || body.start().length() > bodyBytes();
    return new Exchange.Text(start, !isCut);
  }

  /// Cut after masking: a part of a secret at the end would not be known for one.
  private String start(String body) {
    String masked = redactor.redact(withoutShort(withoutEscapes(body)));
    return masked.length() > bodyBytes() ? masked.substring(0, bodyBytes()) : masked;
  }

  /// A secret may be spelt with escapes in JSON.
  private String withoutEscapes(String body) {
    if (body.contains("\\u")) {
      try {
        String plain = JsonWriter.compact(new JsonReader().read(body));
        return redactor.holdsSecret(plain) ? plain : body;
      } catch (JsonSyntaxError _) {
        return body;
      }
    }
    return body;
  }

  /// Short secrets are masked as whole fields of JSON and of forms (spec: studio §2.6).
  private String withoutShort(String body) {
    if (!redactor.hasShortSecrets() || body.isEmpty()) {
      return body;
    }
    try {
      JsonValue document = new JsonReader().read(body);
      JsonValue masked = value(document);
      return masked.equals(document) ? body : JsonWriter.compact(masked);
    } catch (JsonSyntaxError _) {
      return withoutShortParameters(body);
    }
  }

  private String withoutShortParameters(String text) {
    return redactor.hasShortSecrets()
        ? PARAMETER
            .matcher(text)
            .replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) + redactor.redactWhole(found.group(2))))
        : text;
  }

  private JsonObject object(JsonObject object) {
    Map<String, JsonValue> masked = new LinkedHashMap<>();
    object.forEach((name, value) -> masked.put(redactor.redact(name), value(value)));
    return JsonObject.of(masked);
  }

  private JsonValue value(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(redactor.redactWhole(text));
      case JsonNumber(String literal) when !redactor.redactWhole(literal).equals(literal) ->
          new JsonString(Redactor.MASK);
      case JsonObject object -> object(object);
      case JsonArray(var items) -> new JsonArray(items.stream().map(this::value).toList());
      default -> value;
    };
  }
}
