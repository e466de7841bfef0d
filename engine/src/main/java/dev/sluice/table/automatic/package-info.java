/// The automatic conversion: any JSON rows to tables with columns found in the data (spec: tables
/// §2).
///
/// [dev.sluice.table.automatic.AutomaticShaper] is the entry point. Pages are learned and spooled
/// as they come; the tables are written in one pass over the spool at the end, when the structure
/// is final. It must not know configuration, HTTP or CSV.
@NullMarked
package dev.sluice.table.automatic;

import org.jspecify.annotations.NullMarked;
