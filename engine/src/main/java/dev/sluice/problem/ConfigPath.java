package dev.sluice.problem;

/// A place in `config.json`, such as `parameters.config.jobs[0].endpoint`.
///
/// @param text the keys joined by dots, list positions in brackets; empty for the whole file
public record ConfigPath(String text) {
  /// The whole file.
  public static final ConfigPath ROOT = new ConfigPath("");

  /// {@return the place of a path written with dots}
  ///
  /// @param text e.g. `parameters.api`
  public static ConfigPath of(String text) {
    return new ConfigPath(text);
  }

  /// {@return the place of a property}
  ///
  /// @param key the property's name
  public ConfigPath key(String key) {
    return new ConfigPath(text.isEmpty() ? key : text + "." + key);
  }

  /// {@return the place of a list's element}
  ///
  /// @param position from 0
  public ConfigPath item(int position) {
    return new ConfigPath(text + "[" + position + "]");
  }

  @Override
  public String toString() {
    return text;
  }
}
