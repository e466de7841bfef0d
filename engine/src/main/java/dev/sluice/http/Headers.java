package dev.sluice.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Header lines in the order of sending; names compare without regard to case.
///
/// @param lines the lines; unmodifiable
public record Headers(List<Line> lines) {
  /// No header at all.
  public static final Headers NONE = new Headers(List.of());

  /// One header line.
  ///
  /// @param name as it is spelt
  /// @param value one line of text
  public record Line(String name, String value) {}

  /// Keeps an unmodifiable copy.
  public Headers {
    lines = List.copyOf(lines);
  }

  /// {@return the value of the first line of that name}
  ///
  /// @param name in any case
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// {@return the values of all lines of that name, in order}
  ///
  /// @param name in any case
  public List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Line::value)
        .toList();
  }

  /// {@return whether there is a line of that name}
  ///
  /// @param name in any case
  public boolean has(String name) {
    return first(name).isPresent();
  }

  /// {@return these headers with all lines of that name replaced by the given one, which comes
  /// last}
  ///
  /// @param name as it is to be spelt
  /// @param value its value
  public Headers set(String name, String value) {
    return set(name, List.of(value));
  }

  /// {@return these headers with all lines of that name replaced by the given ones, which come
  /// last}
  ///
  /// @param name as it is to be spelt
  /// @param values one line each
  public Headers set(String name, List<String> values) {
    List<Line> changed = new ArrayList<>(without(name).lines);
    values.forEach(value -> changed.add(new Line(name, value)));
    return new Headers(changed);
  }

  /// {@return these headers without the lines of that name}
  ///
  /// @param name in any case
  public Headers without(String name) {
    return new Headers(lines.stream().filter(line -> !line.name().equalsIgnoreCase(name)).toList());
  }
}
