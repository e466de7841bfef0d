package dev.sluice.function;

import dev.sluice.json.JsonValue;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What an evaluation can see: the clock, the contexts by name, and whom to tell of new secrets and
/// of oddities. Immutable; safe to share between threads if its listeners are.
///
/// @param clock read by `time`, `date` and `strtotime`
/// @param contexts what references look into, by context name, e.g. `attr`; looked up by flattened
///   path (spec: functions §3.1)
/// @param secrets gets each text that a call made out of a secret, so that it can be masked
/// @param warnings gets a sentence for the log, e.g. when `strtotime` can't parse a text
public record Scope(
    InstantSource clock,
    Map<String, JsonValue> contexts,
    Consumer<String> secrets,
    Consumer<String> warnings) {

  /// {@return a scope without contexts that tells nobody}
  ///
  /// @param clock read by `time`, `date` and `strtotime`
  public static Scope of(InstantSource clock) {
    return new Scope(clock, Map.of(), _ -> {}, _ -> {});
  }

  /// {@return this scope with one more context}
  ///
  /// @param name e.g. `attr`
  /// @param value what its references look into
  public Scope with(String name, JsonValue value) {
    Map<String, JsonValue> more = new LinkedHashMap<>(contexts);
    more.put(name, value);
    return new Scope(clock, more, secrets, warnings);
  }

  /// {@return this scope with another listener to oddities}
  ///
  /// @param listener gets a sentence for the log
  public Scope warning(Consumer<String> listener) {
    return new Scope(clock, contexts, secrets, listener);
  }
}
