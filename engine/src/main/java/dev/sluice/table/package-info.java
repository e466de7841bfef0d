/// Shaping: JSON rows to rows of named tables (spec: tables).
///
/// A [dev.sluice.table.Shaper] takes pages in commit order and gives rows to a
/// [dev.sluice.table.Destination]. Shaping knows nothing of CSV, destinations know nothing of JSON.
/// One package each: `automatic`, `mapped`, `legacy`.
@NullMarked
package dev.sluice.table;

import org.jspecify.annotations.NullMarked;
