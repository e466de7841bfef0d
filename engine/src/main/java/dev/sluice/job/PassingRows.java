package dev.sluice.job;

import dev.sluice.json.JsonValue;
import dev.sluice.json.LongList;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Rows that are not in memory together: each is read when its turn comes, as often as the rows are
/// iterated. To be iterated only; unmodifiable.
final class PassingRows extends AbstractList<JsonValue> {
  private final List<JsonValue> source;
  private final UnaryOperator<JsonValue> change;

  private PassingRows(List<JsonValue> source, UnaryOperator<JsonValue> change) {
    this.source = source;
    this.change = change;
  }

  /// {@return the rows}
  ///
  /// @param found elements of a response that is not in memory
  /// @throws dev.sluice.json.TextTooLong if one of them is too long to be in memory
  static PassingRows of(List<JsonValue> found) {
    if (found instanceof LongList list) {
      list.checkElements();
      return new PassingRows(list, UnaryOperator.identity());
    }
    found.forEach(LongList::checkWhole);
    return new PassingRows(found, LongList::whole);
  }

  /// {@return the rows, each changed when its turn comes}
  ///
  /// @param further gives what a row becomes
  PassingRows changed(UnaryOperator<JsonValue> further) {
    return new PassingRows(source, row -> further.apply(change.apply(row)));
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public JsonValue get(int index) {
    return change.apply(source.get(index));
  }

  @Override
  public Iterator<JsonValue> iterator() {
    Iterator<JsonValue> rows = source.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public JsonValue next() {
        return change.apply(rows.next());
      }
    };
  }
}
