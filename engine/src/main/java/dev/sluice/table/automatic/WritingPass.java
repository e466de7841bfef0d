package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.CellText;
import dev.sluice.table.Row;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converts the spooled pages, in order of arrival, with the final structure (spec: tables §2.10).
///
/// Written for speed: a row of scalars is one loop over its bytes.
final class WritingPass {
  private static final ListExtras NO_EXTRAS =
      new ListExtras(new String[0], new JsonValue[0], new byte[0][], new int[0]);

  private final Structure structure;
  private final Layouts layouts;
  private final Tables tables;
  private final Notices notices;
  private final CellText text;
  private final Decoder decoder;
  private final Cells cells;
  private final Links links;

  /// Lists and objects of the rows in progress, each row's behind those of the row around it.
  private @Nullable Node[] pending = new @Nullable Node[16];

  private int[] pendingAt = new int[16];
  private int top;

  /// Prepares a pass.
  ///
  /// @param structure final, but for extra columns
  /// @param layouts knows the names of objects
  /// @param outputs takes the rows
  /// @param notices gets warnings
  /// @param text the form of cells
  WritingPass(
      Structure structure, Layouts layouts, Outputs outputs, Notices notices, CellText text) {
    this.structure = structure;
    this.layouts = layouts;
    this.notices = notices;
    this.text = text;
    tables = new Tables(structure, outputs, notices, text);
    decoder = new Decoder(layouts);
    cells = new Cells(text, decoder, notices);
    links = new Links(layouts, decoder);
  }

  /// Converts everything.
  ///
  /// @param spool stands before its first entry
  /// @param types the data types by their number in the spool
  void run(SpoolReader spool, List<String> types) {
    OpenTable table = null;
    ListExtras extras = NO_EXTRAS;
    while (spool.next()) {
      byte[] bytes = spool.bytes();
      int at = spool.start();
      if (spool.isPage()) {
        Node element = structure.root(types.get(SpoolForm.intAt(bytes, at))).elementOrNew();
        extras = tables.ofPage(element, extra(decoder.value(bytes, at + Integer.BYTES)));
        table = element.table;
      } else if (table != null) {
        element(table, bytes, at, extras);
      }
    }
  }

  private static JsonObject extra(JsonValue value) {
    return value instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  /// Writes one element of a list as a row.
  private void element(OpenTable table, byte[] bytes, int at, ListExtras extras) {
    Row row = table.row();
    row.clear();
    Node element = table.element();
    boolean isObject = SpoolForm.isObject(bytes[at]);
    if (element.is(Kind.OBJECT) && isObject) {
      fields(table, element, bytes, at, extras, null);
    } else if (element.is(Kind.SCALAR) && !isObject) {
      cells.putElement(row, element, bytes, at);
    } else if (bytes[at] != SpoolForm.NULL) {
      odd(table, bytes, at, extras);
    }
    for (int i = 0; i < extras.columns().length; i++) {
      byte[] cell = extras.cells()[i];
      row.set(extras.columns()[i], cell, 0, cell.length);
    }
    table.write();
  }

  /// Writes an element that is not what its table is made for: after a null made the original
  /// forget what the elements are (spec: tables §2.5).
  private void odd(OpenTable table, byte[] bytes, int at, ListExtras extras) {
    Node element = table.element();
    JsonValue value = decoder.value(bytes, at);
    if (element.is(Kind.NULL)) {
      Node list = element.parent;
      if (list != null && !value.equals(JsonObject.EMPTY)) {
        notices.lostByNull(list);
      }
    } else if (element.is(Kind.SCALAR) && value instanceof JsonObject object) {
      object.forEach((name, part) -> dataOf(table, name, part));
    } else {
      // The original wraps what is no object, and here a property `data` may be known.
      JsonValue wrapped = value instanceof JsonArray ? new JsonString(text.json(value)) : value;
      var encoder = new Encoder(layouts);
      encoder.add(JsonObject.of(Naming.DATA, wrapped));
      fields(table, element, encoder.bytes(), 0, extras, null);
    }
  }

  private void dataOf(OpenTable table, String name, JsonValue part) {
    Node element = table.element();
    if (name.equals(Naming.DATA)) {
      var encoder = new Encoder(layouts);
      encoder.add(part);
      cells.put(table.row(), element, encoder.bytes(), 0);
    } else if (!part.isScalarOrNull() || !part.isEmptyData()) {
      notices.lost(element, name);
    }
  }

  /// Puts the properties of an object into the cells of its row, and writes the lists in it.
  private void fields(
      OpenTable table,
      Node node,
      byte[] bytes,
      int at,
      @Nullable ListExtras extras,
      @Nullable RowId outer) {
    Row row = table.row();
    int base = top;
    int next = at + SpoolForm.GROUP_HEADER;
    if (bytes[at] == SpoolForm.OBJECT) {
      Layout layout = layouts.get(SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER));
      @Nullable Node[] known = node.known(layout);
      @Nullable Node[] children = known == null ? node.lookUp(layout) : known;
      for (int i = 0; i < children.length; i++) {
        Node child = children[i];
        if (child != null && child.isScalarColumn() && !child.extra) {
          next = cells.put(row, child, bytes, next);
        } else {
          next = other(node, child, layout.names().get(i), bytes, next);
        }
      }
    } else {
      int count = SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER);
      for (int i = 0; i < count; i++) {
        String name = Decoder.text(bytes, next);
        next = SpoolForm.end(bytes, next);
        Node child = node.fields.get(name);
        if (child != null && child.isScalarColumn() && !child.extra) {
          next = cells.put(row, child, bytes, next);
        } else {
          next = other(node, child, name, bytes, next);
        }
      }
    }
    if (top > base) {
      pending(table, base, bytes, new RowId(node, bytes, at, extras, outer));
    }
  }

  /// Puts a list or object aside: they are written in the order of the structure. Where a property
  /// is not known any more, an extra column may have its name.
  private int other(Node node, @Nullable Node child, String name, byte[] bytes, int at) {
    if (!SpoolForm.isBlank(bytes[at])) {
      if (child == null || child.extra) {
        notices.lost(node, name);
      } else {
        push(child, at);
      }
    }
    return SpoolForm.end(bytes, at);
  }

  private void push(Node child, int at) {
    if (top == pending.length) {
      pending = Arrays.copyOf(pending, top * 2);
      pendingAt = Arrays.copyOf(pendingAt, top * 2);
    }
    pending[top] = child;
    pendingAt[top] = at;
    top++;
  }

  private void pending(OpenTable table, int base, byte[] bytes, RowId id) {
    sortPending(base);
    int end = top;
    for (int i = base; i < end; i++) {
      Node child = pending[i];
      if (child != null && child.is(Kind.ARRAY)) {
        list(table, child, bytes, pendingAt[i], id);
      } else if (child != null) {
        nested(table, child, bytes, pendingAt[i], id);
      }
    }
    top = base;
  }

  /// By insertion: properties mostly come in the order of the structure.
  private void sortPending(int base) {
    for (int i = base + 1; i < top; i++) {
      Node child = pending[i];
      int at = pendingAt[i];
      int place = i;
      while (place > base && order(pending[place - 1]) > order(child)) {
        pending[place] = pending[place - 1];
        pendingAt[place] = pendingAt[place - 1];
        place--;
      }
      pending[place] = child;
      pendingAt[place] = at;
    }
  }

  private static int order(@Nullable Node node) {
    return node == null ? 0 : node.order;
  }

  private void nested(OpenTable table, Node child, byte[] bytes, int at, RowId outer) {
    if (!SpoolForm.isObject(bytes[at])) {
      // The original ends with a crash here (spec: tables §2.4).
      Kind met = SpoolForm.isList(bytes[at]) ? Kind.ARRAY : Kind.SCALAR;
      throw TypeConflict.unhandled(child, Kind.OBJECT, met, null);
    }
    fields(table, child, bytes, at, null, outer);
  }

  private void list(OpenTable table, Node child, byte[] bytes, int at, RowId id) {
    byte[] link = id.text(links);
    table.row().set(child.column, link, 0, link.length);
    OpenTable inner = tables.ofList(child.elementOrNew());
    ListExtras extras = inner.link(link);
    if (bytes[at] != SpoolForm.LIST) {
      element(inner, bytes, at, extras);
      return;
    }
    int count = SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER);
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < count; i++) {
      element(inner, bytes, next, extras);
      next = SpoolForm.end(bytes, next);
    }
  }
}
