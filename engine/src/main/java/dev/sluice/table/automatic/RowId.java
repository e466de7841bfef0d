package dev.sluice.table.automatic;

import org.jspecify.annotations.Nullable;

/// A row, or an object inside a row, that lists may have to be linked with. Its id is worked out
/// when a list needs it (spec: tables §2.11).
final class RowId {
  private final Node node;
  private final byte[] bytes;
  private final int at;
  private final @Nullable ListExtras extras;
  private final @Nullable RowId outer;
  private byte @Nullable [] text;

  /// Notes what the id is made of.
  ///
  /// @param node the object's node; its path stands before the hash
  /// @param bytes holds the object
  /// @param at where its tag stands
  /// @param extras put over the object; null for none
  /// @param outer the row or object around it; null for a row
  RowId(Node node, byte[] bytes, int at, @Nullable ListExtras extras, @Nullable RowId outer) {
    this.node = node;
    this.bytes = bytes;
    this.at = at;
    this.extras = extras;
    this.outer = outer;
  }

  /// {@return the id's UTF-8 bytes}
  ///
  /// @param links works it out
  byte[] text(Links links) {
    byte[] known = text;
    if (known == null) {
      byte[] around = outer == null ? Links.NOTHING : outer.text(links);
      known = links.id(node, bytes, at, extras, around);
      text = known;
    }
    return known;
  }
}
