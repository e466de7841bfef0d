/// The conversion by explicit mappings: rows become table rows as they come, one row in memory
/// (spec: tables §4).
///
/// Entry points: [dev.sluice.table.mapped.MappedShaper] for pages,
/// [dev.sluice.table.mapped.MissingTables] for tables that no page reached. Knows nothing of files.
@NullMarked
package dev.sluice.table.mapped;

import org.jspecify.annotations.NullMarked;
