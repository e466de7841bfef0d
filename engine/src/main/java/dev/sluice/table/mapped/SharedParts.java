package dev.sluice.table.mapped;

import dev.sluice.event.Events;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.RowKey;

/// What the tables of one shaper share.
///
/// @param form how values become text
/// @param destination gives the writers
/// @param events told of what is lost
/// @param rowKey makes the keys of rows without a primary key
record SharedParts(CellText form, Destination destination, Events events, RowKey rowKey) {}
