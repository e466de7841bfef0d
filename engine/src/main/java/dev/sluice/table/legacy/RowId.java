package dev.sluice.table.legacy;

import dev.sluice.json.JsonObject;
import dev.sluice.table.RowKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What child rows name their row by; worked out when it is needed (spec: tables §2.11).
final class RowId {
  private final RowKey keys;
  private final JsonObject row;
  private final String path;
  private final @Nullable RowId outer;
  private @Nullable String text;

  /// @param keys makes the hash
  /// @param row the row with its extra columns, or an object in a row
  /// @param path its type path
  /// @param outer the row or object around an object
  RowId(RowKey keys, JsonObject row, String path, @Nullable RowId outer) {
    this.keys = keys;
    this.row = row;
    this.path = path;
    this.outer = outer;
  }

  /// {@return the type path, an underscore and the hash}
  String text() {
    String known = text;
    if (known == null) {
      byte[] around = (outer == null ? "" : outer.text()).getBytes(StandardCharsets.UTF_8);
      known =
          path
              + "_"
              + keys.of(form -> {
                form.value(row);
                form.raw(around, 0, around.length);
              });
      text = known;
    }
    return known;
  }
}
