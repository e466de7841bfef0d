package dev.sluice.destination.csv;

import java.util.function.Supplier;

/// A table that is complete, but not published.
///
/// @param file the name it will have under `out/tables`
/// @param csv its writer, closed
/// @param manifest asked when the tables are published: a later configuration may change the
///   bucket's settings
record StagedTable(String file, CsvTableWriter csv, Supplier<Manifest> manifest) {

  /// {@return the name that the manifest will have under `out/tables`}
  String manifestFile() {
    return manifestFile(file);
  }

  static String manifestFile(String file) {
    return file + ".manifest";
  }
}
