package dev.sluice.table.automatic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of an object's properties in order, known by a number in the spool.
final class Layout {
  private final int id;
  private final List<String> names;
  private byte @Nullable [] @Nullable [] utf8;

  /// Numbers a list of names.
  ///
  /// @param id the number
  /// @param names the names; unmodifiable
  Layout(int id, List<String> names) {
    this.id = id;
    this.names = names;
  }

  int id() {
    return id;
  }

  int size() {
    return names.size();
  }

  /// {@return the names; unmodifiable}
  List<String> names() {
    return names;
  }

  /// {@return a name's UTF-8 bytes}
  ///
  /// @param position from 0 to less than [#size()]
  byte[] utf8(int position) {
    byte @Nullable [] @Nullable [] known = utf8;
    if (known == null) {
      known = new byte[names.size()][];
      utf8 = known;
    }
    byte[] bytes = known[position];
    if (bytes == null) {
      bytes = names.get(position).getBytes(StandardCharsets.UTF_8);
      known[position] = bytes;
    }
    return bytes;
  }
}
