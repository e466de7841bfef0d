package dev.sluice.http;

import java.util.ArrayList;
import java.util.Collection;
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
  /// @param credential whether it goes to trusted origins only (spec: README G-02)
  public record Line(String name, String value, boolean credential) {}

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
    return with(name, values, false);
  }

  /// {@return these headers with all lines of that name replaced by one that goes to trusted
  /// origins only}
  ///
  /// @param name as it is to be spelt
  /// @param value its value
  public Headers setCredential(String name, String value) {
    return with(name, List.of(value), true);
  }

  /// {@return these headers without those that go to trusted origins only}
  public Headers withoutCredentials() {
    return new Headers(lines.stream().filter(line -> !line.credential()).toList());
  }

  /// {@return these headers with the lines of the given names marked as going to trusted origins
  /// only}
  ///
  /// @param names in any case
  public Headers markedAsCredentials(Collection<String> names) {
    return new Headers(
        lines.stream()
            .map(line ->
                names.stream().anyMatch(line.name()::equalsIgnoreCase)
                    ? new Line(line.name(), line.value(), true)
                    : line)
            .toList());
  }

  /// {@return these headers with one more line}
  ///
  /// @param line comes last; others of its name stay
  public Headers plus(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return new Headers(more);
  }

  /// {@return these headers without the lines of that name}
  ///
  /// @param name in any case
  public Headers without(String name) {
    return new Headers(lines.stream().filter(line -> !line.name().equalsIgnoreCase(name)).toList());
  }

  private Headers with(String name, List<String> values, boolean credential) {
    List<Line> changed = new ArrayList<>(without(name).lines);
    values.forEach(value -> changed.add(new Line(name, value, credential)));
    return new Headers(changed);
  }
}
