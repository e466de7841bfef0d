package dev.sluice.config;

import dev.sluice.function.Section;
import java.util.Optional;

/// A value of a parent's row that goes into a child's endpoint (spec: jobs-and-paging §5.2, §5.5).
///
/// @param name the text between the braces, with the level before it if there is one
/// @param level 1 for the row that the child runs for, 2 for the row that its parent ran for, …
/// @param path where the value is in that row, steps separated by a dot
/// @param function makes the value to be used out of the one found; its result stands under
///   [#RESULT]
public record Placeholder(String name, int level, String path, Optional<Section> function) {
  /// The key of the function's result.
  public static final String RESULT = "value";
}
