package dev.sluice.paging;

import dev.sluice.json.JsonValue;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/// What a scroller can know of a page: its response and rows as they were received, before the
/// response filter (spec: jobs-and-paging §4, J-24).
public interface PageFacts {

  /// {@return what stands at a path in the response, if there is something}
  ///
  /// @param path names and positions joined by the delimiter; equal to the delimiter it means the
  ///   whole response
  /// @param delimiter what separates the steps; not empty
  Optional<JsonValue> find(String path, String delimiter);

  /// {@return a property in the root of the response, if the response is an object that has it}
  ///
  /// @param name its literal name
  Optional<JsonValue> property(String name);

  /// {@return the number of rows}
  long rowCount();

  /// {@return what stands at a path in each row, in order; empty for a row that has nothing there}
  ///
  /// @param path steps separated by a dot; a single dot means the whole row
  Iterator<Optional<JsonValue>> rowValues(String path);

  /// {@return a text that is equal for equal rows in the same order; worked out when it is asked
  /// for}
  String rowsFingerprint();

  /// {@return the length of the response in bytes, written as compact JSON with escapes (spec:
  /// jobs-and-paging §6.7); worked out when it is asked for}
  long volume();

  /// {@return the time at which the page, and its children if they were waited for, was done}
  Instant now();
}
