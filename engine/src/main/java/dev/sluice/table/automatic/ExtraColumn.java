package dev.sluice.table.automatic;

/// An extra column in a table (spec: tables §2.12).
///
/// @param key the key under which it is put over the rows, which their hashes show
/// @param field the field that stands for it in the table
record ExtraColumn(String key, Node field) {}
