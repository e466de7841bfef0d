/// Destinations: where tables go. Each package below implements [dev.sluice.table.Destination] and
/// adds what its place needs to show all of a run's tables or none of them.
///
/// Destinations know names, columns and texts; they know nothing of pages, mappings or HTTP.
@NullMarked
package dev.sluice.destination;

import org.jspecify.annotations.NullMarked;
