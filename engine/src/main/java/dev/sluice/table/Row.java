package dev.sluice.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The cells of one row as UTF-8 bytes, so that text which was read as bytes goes to the file
/// without becoming a string in between.
///
/// Filled again and again by its owner; a writer must take what it needs before it returns. Not
/// thread-safe.
public final class Row {
  private static final byte[] NONE = new byte[0];

  private final byte[][] texts;
  private final int[] from;
  private final int[] to;

  /// Makes a row of empty cells.
  ///
  /// @param columns the number of cells
  public Row(int columns) {
    texts = new byte[columns][];
    from = new int[columns];
    to = new int[columns];
    clear();
  }

  /// {@return the number of cells}
  public int size() {
    return texts.length;
  }

  /// Empties all cells.
  public void clear() {
    Arrays.fill(texts, NONE);
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
  }

  /// Sets a cell to a part of an array, which is not copied.
  ///
  /// @param column from 0 to less than [#size()]
  /// @param utf8 holds the text; must not change before the row is written
  /// @param start where the text starts
  /// @param end where it ends, exclusive
  public void set(int column, byte[] utf8, int start, int end) {
    texts[column] = utf8;
    from[column] = start;
    to[column] = end;
  }

  /// Sets a cell.
  ///
  /// @param column from 0 to less than [#size()]
  /// @param text its new text
  public void set(int column, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    set(column, utf8, 0, utf8.length);
  }

  /// {@return the array that holds a cell's text} The caller must not change it.
  ///
  /// @param column from 0 to less than [#size()]
  public byte[] bytes(int column) {
    return texts[column];
  }

  /// {@return where a cell's text starts in [#bytes(int)]}
  ///
  /// @param column from 0 to less than [#size()]
  public int start(int column) {
    return from[column];
  }

  /// {@return where a cell's text ends in [#bytes(int)], exclusive}
  ///
  /// @param column from 0 to less than [#size()]
  public int end(int column) {
    return to[column];
  }

  /// {@return a cell's text}
  ///
  /// @param column from 0 to less than [#size()]
  public String text(int column) {
    return new String(
        texts[column], from[column], to[column] - from[column], StandardCharsets.UTF_8);
  }
}
