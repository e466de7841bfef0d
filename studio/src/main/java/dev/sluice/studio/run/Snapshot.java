package dev.sluice.studio.run;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import java.time.Instant;
import java.util.Optional;

/// What is known about a run, kept in the history.
///
/// @param id its number, as text
/// @param status `running`, `success`, `error`, `cancelled` or `defect`
/// @param started when it began
/// @param milliseconds how long it took, or has taken so far
/// @param tally how far it came
/// @param result tables of a run that published; else why it did not: the members `tables` or
///   `error`
/// @param config the configuration it ran, secrets masked
record Snapshot(
    String id,
    Status status,
    Instant started,
    long milliseconds,
    Tally tally,
    JsonObject result,
    String config) {

  enum Status {
    RUNNING,
    SUCCESS,
    ERROR,
    CANCELLED,
    DEFECT;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// {@return the exit code of the same run in a terminal, if it has ended}
    Optional<Integer> exitCode() {
      return switch (this) {
        case RUNNING -> Optional.empty();
        case SUCCESS -> Optional.of(0);
        case ERROR -> Optional.of(1);
        case DEFECT -> Optional.of(2);
        case CANCELLED -> Optional.of(130);
      };
    }
  }

  /// {@return it for the page, and for the file, which also has the configuration}
  JsonObject json() {
    var json =
        JsonObject.builder()
            .put("id", id)
            .put("status", status.word())
            .put("started", started.toString())
            .put("duration_ms", JsonNumber.of(milliseconds));
    status.exitCode().ifPresent(code -> json.put("exit_code", JsonNumber.of(code)));
    tally.json().forEach(json::put);
    result.forEach(json::put);
    return json.build();
  }

  /// {@return it with its configuration}
  JsonObject whole() {
    return json().with("config", new JsonString(config));
  }

  /// {@return what a file of the history holds}
  ///
  /// @param json as [#whole()] wrote it
  static Optional<Snapshot> of(JsonObject json) {
    try {
      var result = JsonObject.builder();
      for (String name : java.util.List.of("tables", "error")) {
        json.find(name).ifPresent(value -> result.put(name, value));
      }
      return Optional.of(
          new Snapshot(
              text(json, "id"),
              Status.valueOf(text(json, "status").toUpperCase(java.util.Locale.ROOT)),
              Instant.parse(text(json, "started")),
              number(json, "duration_ms"),
              new Tally(number(json, "requests"), number(json, "pages"), number(json, "rows")),
              result.build(),
              text(json, "config")));
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject json, String name) {
    if (json.valueOrNull(name) instanceof JsonString(String text)) {
      return text;
    }
    throw new IllegalArgumentException(name);
  }

  private static long number(JsonObject json, String name) {
    if (json.valueOrNull(name) instanceof JsonNumber number && number.isInteger()) {
      return number.longValue();
    }
    throw new IllegalArgumentException(name);
  }
}
