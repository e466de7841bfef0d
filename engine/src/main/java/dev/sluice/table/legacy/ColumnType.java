package dev.sluice.table.legacy;

import java.util.Optional;

/// What is known of a column (spec: tables §3.2).
enum ColumnType {
  NULL("NULL"),
  SCALAR("scalar"),
  OBJECT("object"),
  ARRAY_OF_NULL("arrayOfNULL"),
  ARRAY_OF_SCALAR("arrayOfscalar"),
  ARRAY_OF_OBJECT("arrayOfobject");

  private final String word;

  ColumnType(String word) {
    this.word = word;
  }

  /// {@return the type of that name, if there is one}
  static Optional<ColumnType> find(String word) {
    for (ColumnType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// {@return its name in the state and in messages}
  String word() {
    return word;
  }

  boolean isArray() {
    return this == ARRAY_OF_NULL || this == ARRAY_OF_SCALAR || this == ARRAY_OF_OBJECT;
  }

  /// {@return the type of a list's elements; of everything else the type itself}
  ColumnType element() {
    return switch (this) {
      case ARRAY_OF_NULL -> NULL;
      case ARRAY_OF_SCALAR -> SCALAR;
      case ARRAY_OF_OBJECT -> OBJECT;
      case NULL, SCALAR, OBJECT -> this;
    };
  }

  /// {@return the type of a list of these; of a list the type itself}
  ColumnType list() {
    return switch (this) {
      case NULL -> ARRAY_OF_NULL;
      case SCALAR -> ARRAY_OF_SCALAR;
      case OBJECT -> ARRAY_OF_OBJECT;
      case ARRAY_OF_NULL, ARRAY_OF_SCALAR, ARRAY_OF_OBJECT -> this;
    };
  }

  /// {@return what is known after a value of another type came; empty if the two exclude each
  /// other}
  ///
  /// @param arriving the type of what came
  Optional<ColumnType> with(ColumnType arriving) {
    if (this == NULL) {
      return Optional.of(arriving);
    }
    if (arriving == NULL || arriving == this) {
      return Optional.of(this);
    }
    if (this == ARRAY_OF_NULL) {
      return Optional.of(arriving.list());
    }
    boolean goTogether =
        arriving == ARRAY_OF_NULL || (list() == arriving.list() && isArray() != arriving.isArray());
    return goTogether ? Optional.of(list()) : Optional.empty();
  }
}
