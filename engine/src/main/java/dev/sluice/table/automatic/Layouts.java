package dev.sluice.table.automatic;

import dev.sluice.json.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All layouts of a run.
///
/// Shapes that have equal names, from different readers or made by hand, are one layout. The number
/// of layouts is bounded, because objects used as maps would fill the memory; an object beyond the
/// bound has none.
final class Layouts {
  private static final int MAX_NAMES = 200_000;
  private static final int RECENT = 1024;

  private final Map<List<String>, Layout> byNames = new HashMap<>();
  private final List<Layout> byId = new ArrayList<>();
  private final @Nullable Shape[] recentShapes = new @Nullable Shape[RECENT];
  private final @Nullable Layout[] recentLayouts = new @Nullable Layout[RECENT];
  private int names;

  /// {@return the layout of a shape, or null when there are too many}
  ///
  /// @param shape names in order
  @Nullable Layout of(Shape shape) {
    int slot = System.identityHashCode(shape) & (RECENT - 1);
    if (recentShapes[slot] == shape) {
      return recentLayouts[slot];
    }
    Layout layout = find(shape);
    recentShapes[slot] = shape;
    recentLayouts[slot] = layout;
    return layout;
  }

  /// {@return the layout with a number}
  ///
  /// @param id as in [Layout#id()]
  Layout get(int id) {
    return byId.get(id);
  }

  private @Nullable Layout find(Shape shape) {
    List<String> key = shape.names();
    Layout layout = byNames.get(key);
    if (layout == null && names + shape.size() <= MAX_NAMES && byId.size() < MAX_NAMES) {
      layout = new Layout(byId.size(), key);
      names += shape.size();
      byId.add(layout);
      byNames.put(key, layout);
    }
    return layout;
  }
}
