package dev.sluice.table.automatic;

import dev.sluice.json.JsonValue;

/// The extra columns of one list of rows (spec: tables §2.12). The arrays are equally long and not
/// to be changed.
///
/// @param keys the keys under which they are put over the rows, in that order
/// @param values their values
/// @param cells the texts of their cells
/// @param columns the columns of these cells
record ListExtras(String[] keys, JsonValue[] values, byte[][] cells, int[] columns) {}
