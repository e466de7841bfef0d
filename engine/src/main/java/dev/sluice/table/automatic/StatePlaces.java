package dev.sluice.table.automatic;

/// Where the keys `nodeType`, `headerNames` and `[]` of a node stand among its fields in the state
/// file. The original appends whatever becomes known, so that the file tells the history; readers
/// that keep the order of keys see the same file (spec: tables §2.15, E19).
final class StatePlaces {
  /// The number of fields before the key.
  private int kind;

  private int name;
  private int element;

  /// How many of the other two keys stand before the element.
  private int before;

  void kindAdded(int fields) {
    kind = fields;
  }

  void nameAdded(int fields) {
    name = fields;
  }

  void elementAdded(int fields, boolean kindKnown, boolean nameKnown) {
    element = fields;
    before = (kindKnown ? 1 : 0) + (nameKnown ? 1 : 0);
  }

  /// Notes that the fields have gone elsewhere.
  void fieldsRemoved() {
    kind = 0;
    name = 0;
    element = 0;
  }

  boolean isKindAt(int fields) {
    return kind == fields;
  }

  boolean isNameAt(int fields) {
    return name == fields;
  }

  boolean isElementAt(int fields, int othersBefore) {
    return element == fields && before == othersBefore;
  }
}
