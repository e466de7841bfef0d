package dev.sluice.table.automatic;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import dev.sluice.table.CellText;
import dev.sluice.table.Row;
import java.nio.charset.StandardCharsets;

/// Puts spooled scalars into cells (spec: tables §1.2). Most texts are not copied: the cell points
/// into the spool.
final class Cells {
  private final CellText form;
  private final Decoder decoder;
  private final Notices notices;
  private final byte[] yes;
  private final byte[] no;

  /// Prepares to fill cells.
  ///
  /// @param form the form of cells
  /// @param decoder reads values that are no scalars
  /// @param notices gets warnings
  Cells(CellText form, Decoder decoder, Notices notices) {
    this.form = form;
    this.decoder = decoder;
    this.notices = notices;
    yes = utf8(form.text(dev.sluice.json.JsonBoolean.TRUE));
    no = utf8(form.text(dev.sluice.json.JsonBoolean.FALSE));
  }

  /// Puts the value at a place into its cell. A list or an object is put as JSON text, with an
  /// error in the log, because a scalar is expected.
  ///
  /// @param row the row
  /// @param node knows the column
  /// @param bytes holds the value
  /// @param at where its tag stands
  /// @return where the value ends, exclusive
  int put(Row row, Node node, byte[] bytes, int at) {
    int tag = bytes[at];
    if (tag < 0) {
      int end = at + 1 + (tag & SpoolForm.MAX_SHORT_STRING);
      row.set(node.column, bytes, at + 1, end);
      return end;
    }
    if (tag >= SpoolForm.SHORT_INTEGER) {
      int end = at + 1 + (tag & SpoolForm.MAX_SHORT_NUMBER);
      if (tag < SpoolForm.SHORT_NUMBER) {
        row.set(node.column, bytes, at + 1, end);
      } else {
        number(row, node, bytes, at + 1, end);
      }
      return end;
    }
    int end = SpoolForm.end(bytes, at);
    switch (tag) {
      case SpoolForm.TRUE -> row.set(node.column, yes, 0, yes.length);
      case SpoolForm.FALSE -> row.set(node.column, no, 0, no.length);
      case SpoolForm.STRING -> row.set(node.column, bytes, at + SpoolForm.LONG_HEADER, end);
      case SpoolForm.NUMBER -> number(row, node, bytes, at + SpoolForm.LONG_HEADER, end);
      case SpoolForm.LIST, SpoolForm.OBJECT, SpoolForm.NAMED_OBJECT -> {
        JsonValue value = decoder.value(bytes, at);
        notices.unexpectedKind(node, value);
        row.set(node.column, form.json(value));
      }
      default -> {}
    }
    return end;
  }

  /// Puts a list's element into the column `data`; a list is put as JSON text.
  ///
  /// @param row the row
  /// @param element knows the column
  /// @param bytes holds the value, which is no object
  /// @param at where its tag stands
  void putElement(Row row, Node element, byte[] bytes, int at) {
    if (SpoolForm.isList(bytes[at])) {
      row.set(element.column, form.json(decoder.value(bytes, at)));
    } else {
      put(row, element, bytes, at);
    }
  }

  private void number(Row row, Node node, byte[] bytes, int start, int end) {
    int shortEnd = form == CellText.LOSSLESS ? end : NumberText.plainEnd(bytes, start, end);
    if (shortEnd >= 0) {
      row.set(node.column, bytes, start, shortEnd);
      return;
    }
    var number = new JsonNumber(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    String text = form.text(number);
    if (form.loses(number)) {
      notices.tooLarge(node, number.literal(), text);
    }
    row.set(node.column, text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
