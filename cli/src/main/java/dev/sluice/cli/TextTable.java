package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells under a header, in columns that fit the screen.
final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 12;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// A column.
  ///
  /// @param title its header
  /// @param isNumber whether cells stand at its right edge
  record Column(String title, boolean isNumber) {
    /// {@return a column of texts}
    ///
    /// @param title its header
    static Column text(String title) {
      return new Column(title, false);
    }

    /// {@return a column of numbers}
    ///
    /// @param title its header
    static Column number(String title) {
      return new Column(title, true);
    }
  }

  /// An empty table.
  ///
  /// @param columns at least one
  TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Adds a row.
  ///
  /// @param cells one for each column; any text
  void add(String... cells) {
    add(List.of(cells));
  }

  /// Adds a row.
  ///
  /// @param cells one for each column; any text
  void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(cells.stream().map(DisplayWidth::printable).toList());
  }

  /// {@return the lines, header first; none is wider than the screen}
  ///
  /// Cells are cut before columns are left out, from the right; then the header ends with how many
  /// are missing.
  ///
  /// @param width the screen's columns
  /// @param style marks the header
  List<String> lines(int width, Style style) {
    int shown = fitting(width);
    int[] widths =
        shrunk(shown, width - (shown < columns.size() ? moreText(shown).length() + 2 : 0));
    List<String> lines = new ArrayList<>();
    List<String> titles = columns.stream().map(Column::title).toList();
    String more = shown < columns.size() ? GAP + moreText(shown) : "";
    String header = line(titles, widths);
    lines.add(
        more.isEmpty() ? style.bold(header.stripTrailing()) : style.bold(header) + style.dim(more));
    for (List<String> row : rows) {
      lines.add(line(row, widths).stripTrailing());
    }
    return lines;
  }

  private String moreText(int shown) {
    return "+" + (columns.size() - shown) + " more";
  }

  /// How many columns there is room for when the wide ones are made narrow.
  private int fitting(int width) {
    int used = 0;
    for (int column = 0; column < columns.size(); column++) {
      used += Math.min(widthOf(column), NARROWEST) + GAP.length();
      boolean isLast = column == columns.size() - 1;
      int reserved = isLast ? 0 : moreText(column + 1).length() + GAP.length();
      if (column > 0 && used - GAP.length() + reserved > width) {
        return column;
      }
    }
    return columns.size();
  }

  /// Takes from the widest column until all fit.
  private int[] shrunk(int shown, int width) {
    int[] widths = new int[shown];
    int total = GAP.length() * (shown - 1);
    for (int i = 0; i < shown; i++) {
      widths[i] = widthOf(i);
      total += widths[i];
    }
    while (total > width) {
      int widest = 0;
      for (int i = 1; i < shown; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= 1) {
        break;
      }
      widths[widest]--;
      total--;
    }
    return widths;
  }

  private int widthOf(int column) {
    int width = DisplayWidth.of(columns.get(column).title());
    for (List<String> row : rows) {
      width = Math.max(width, DisplayWidth.of(row.get(column)));
    }
    return width;
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = DisplayWidth.cut(cells.get(i), widths[i]);
      String room = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
      line.append(i > 0 ? GAP : "");
      line.append(columns.get(i).isNumber() ? room + cell : cell + room);
    }
    return line.toString();
  }
}
