package dev.sluice.table.mapped;

import java.util.List;

/// A table without rows.
///
/// @param table its name
/// @param columns its header; may be empty, then there is nothing to write
/// @param primaryKey names of the key's columns; empty for none
public record TableHeader(String table, List<String> columns, List<String> primaryKey) {}
