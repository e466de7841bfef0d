package dev.sluice.table.automatic;

/// What the values of a place in the rows are (spec: tables §0, §2.2).
enum Kind {
  /// Only `null` so far.
  NULL("null"),
  /// Strings, numbers, booleans.
  SCALAR("scalar"),
  /// Objects: their properties are columns of the same table.
  OBJECT("object"),
  /// Lists: their elements are rows of a table of their own.
  ARRAY("array");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /// {@return the kind's name in messages and in the state file}
  String word() {
    return word;
  }
}
