package dev.sluice.function;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Evaluates expressions written as JSON, and remembers what it was told on the way.
final class Evaluator {
  /// 2024-03-15 14:30:45 UTC, a Friday.
  static final long NOW = 1_710_513_045L;

  final List<String> secrets = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  private final Place place;
  private Scope scope;

  Evaluator(Place place) {
    this.place = place;
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(NOW));
    this.scope = new Scope(clock, Scope.of(clock).contexts(), secrets::add, warnings::add);
  }

  Evaluator with(String context, String json) {
    scope = scope.with(context, json(json));
    return this;
  }

  JsonValue value(String json) {
    return value(json(json));
  }

  JsonValue value(JsonValue value) {
    return Expression.of(value, place).in(scope);
  }

  Outcome outcome(String json) {
    return Expression.of(json(json), place).outcome(scope);
  }

  Section.Values section(String json) {
    return Section.of(object(json), place).values(scope);
  }

  static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static JsonObject object(String text) {
    return (JsonObject) json(text);
  }
}
