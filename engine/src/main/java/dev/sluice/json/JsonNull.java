package dev.sluice.json;

/// The JSON value `null`.
public enum JsonNull implements JsonValue {
  /// The only instance.
  NULL
}
