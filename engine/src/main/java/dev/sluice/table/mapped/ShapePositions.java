package dev.sluice.table.mapped;

import dev.sluice.json.Shape;
import org.jspecify.annotations.Nullable;

/// Where objects of each shape have given properties, worked out once per shape. Not thread-safe.
///
/// Shapes that fall into one slot push each other out, so the memory is bounded whatever the rows
/// look like.
final class ShapePositions {
  private static final int SLOTS = 64;

  private final @Nullable String[] names;
  private final @Nullable Shape[] shapes = new Shape[SLOTS];
  private final int[][] positions = new int[SLOTS][];

  /// @param names the properties; null where there is nothing to find
  ShapePositions(@Nullable String[] names) {
    this.names = names;
  }

  /// {@return for each property its position, negative if the shape has none; not to be changed}
  int[] of(Shape shape) {
    int slot = System.identityHashCode(shape) & (SLOTS - 1);
    if (shapes[slot] != shape) {
      positions[slot] = find(shape);
      shapes[slot] = shape;
    }
    return positions[slot];
  }

  private int[] find(Shape shape) {
    int[] found = new int[names.length];
    for (int i = 0; i < found.length; i++) {
      String name = names[i];
      found[i] = name == null ? -1 : shape.position(name);
    }
    return found;
  }
}
