package dev.sluice.event;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.secret.Redactor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Masks secrets in all texts of events before it hands them on.
///
/// @param redactor knows the secrets
/// @param listener gets the masked events
public record RedactedEvents(Redactor redactor, Events listener) implements Events {

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
          case RunEvent.IterationStarted started -> started;
          case RunEvent.PageCommitted page -> page;
          case RunEvent.Answered answered -> answered;
        });
  }

  private JsonObject object(JsonObject object) {
    Map<String, JsonValue> masked = new LinkedHashMap<>();
    object.forEach((name, value) -> masked.put(redactor.redact(name), value(value)));
    return JsonObject.of(masked);
  }

  private JsonValue value(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(redactor.redact(text));
      case JsonObject object -> object(object);
      case JsonArray(var items) -> new JsonArray(items.stream().map(this::value).toList());
      default -> value;
    };
  }
}
