package dev.sluice.table.automatic;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Serialized;
import dev.sluice.table.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out the ids of rows from their spooled form: the path and the hash of the serialised row
/// (spec: tables §2.11, §1.5).
final class Links {
  static final byte[] NOTHING = new byte[0];

  private final Layouts layouts;
  private final Decoder decoder;
  private final RowKey keys = new RowKey();

  /// Prepares to make ids.
  ///
  /// @param layouts knows the names of objects
  /// @param decoder reads objects whose names are not known
  Links(Layouts layouts, Decoder decoder) {
    this.layouts = layouts;
    this.decoder = decoder;
  }

  /// {@return the id of an object}
  ///
  /// @param node its node
  /// @param bytes holds it
  /// @param at where its tag stands
  /// @param extras put over the object; null for none
  /// @param outer the id of what is around it; empty for none
  byte[] id(Node node, byte[] bytes, int at, @Nullable ListExtras extras, byte[] outer) {
    String hash =
        keys.of(form -> {
          row(form, bytes, at, extras);
          form.raw(outer, 0, outer.length);
        });
    return (node.plainPath() + "_" + hash).getBytes(StandardCharsets.UTF_8);
  }

  private void row(Serialized form, byte[] bytes, int at, @Nullable ListExtras extras) {
    if (extras == null || extras.keys().length == 0) {
      value(form, bytes, at);
    } else if (bytes[at] == SpoolForm.OBJECT) {
      overlaid(form, bytes, at, extras);
    } else {
      form.value(overlaid((JsonObject) decoder.value(bytes, at), extras));
    }
  }

  /// Extras replace properties of their key in place; the others follow at the end.
  private void overlaid(Serialized form, byte[] bytes, int at, ListExtras extras) {
    Layout layout = layout(bytes, at);
    String[] keys = extras.keys();
    int[] places = new int[keys.length];
    int appended = 0;
    for (int i = 0; i < keys.length; i++) {
      places[i] = layout.names().indexOf(keys[i]);
      appended += places[i] < 0 ? 1 : 0;
    }
    form.openObject(layout.size() + appended);
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < layout.size(); i++) {
      form.string(layout.utf8(i));
      int extra = indexOf(places, i);
      if (extra < 0) {
        next = value(form, bytes, next);
      } else {
        form.value(extras.values()[extra]);
        next = SpoolForm.end(bytes, next);
      }
    }
    for (int i = 0; i < keys.length; i++) {
      if (places[i] < 0) {
        form.string(keys[i].getBytes(StandardCharsets.UTF_8));
        form.value(extras.values()[i]);
      }
    }
    form.close();
  }

  private static int indexOf(int[] places, int place) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] == place) {
        return i;
      }
    }
    return -1;
  }

  private static JsonObject overlaid(JsonObject object, ListExtras extras) {
    Map<String, JsonValue> members = object.members();
    for (int i = 0; i < extras.keys().length; i++) {
      members.put(extras.keys()[i], extras.values()[i]);
    }
    return JsonObject.of(members);
  }

  /// {@return where the value ends}
  private int value(Serialized form, byte[] bytes, int at) {
    int tag = bytes[at];
    int end = SpoolForm.end(bytes, at);
    if (tag < 0) {
      form.string(bytes, at + 1, end);
    } else if (tag >= SpoolForm.SHORT_NUMBER) {
      number(form, bytes, at + 1, end);
    } else if (tag >= SpoolForm.SHORT_INTEGER) {
      form.integer(bytes, at + 1, end);
    } else {
      switch (tag) {
        case SpoolForm.NULL -> form.nothing();
        case SpoolForm.FALSE -> form.flag(false);
        case SpoolForm.TRUE -> form.flag(true);
        case SpoolForm.STRING -> form.string(bytes, at + SpoolForm.LONG_HEADER, end);
        case SpoolForm.NUMBER -> number(form, bytes, at + SpoolForm.LONG_HEADER, end);
        case SpoolForm.EMPTY_LIST -> list(form, bytes, at, 0);
        case SpoolForm.LIST ->
            list(form, bytes, at, SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER));
        case SpoolForm.OBJECT -> object(form, bytes, at);
        default -> form.value(decoder.value(bytes, at));
      }
    }
    return end;
  }

  private static void number(Serialized form, byte[] bytes, int start, int end) {
    form.number(new JsonNumber(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)));
  }

  private void list(Serialized form, byte[] bytes, int at, int count) {
    form.openList(count);
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < count; i++) {
      form.index(i);
      next = value(form, bytes, next);
    }
    form.close();
  }

  private void object(Serialized form, byte[] bytes, int at) {
    Layout layout = layout(bytes, at);
    form.openObject(layout.size());
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < layout.size(); i++) {
      form.string(layout.utf8(i));
      next = value(form, bytes, next);
    }
    form.close();
  }

  private Layout layout(byte[] bytes, int at) {
    return layouts.get(SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER));
  }
}
