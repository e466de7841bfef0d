package dev.sluice.json;

/// A text.
///
/// @param value its characters
public record JsonString(String value) implements JsonValue {}
