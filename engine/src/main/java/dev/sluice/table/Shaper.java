package dev.sluice.table;

import dev.sluice.json.JsonObject;
import java.util.Optional;

/// Turns pages into tables. Called by one thread only, in commit order.
public interface Shaper extends AutoCloseable {

  /// Takes a page: learns its structure and keeps or writes its rows.
  ///
  /// @param page the next page in commit order
  /// @return the number of rows it held
  /// @throws dev.sluice.problem.UserError if the rows don't fit together or don't fit the mapping
  long take(Page page);

  /// Writes what has not been written and hands each table to the destination. Called once, after
  /// the last page.
  ///
  /// @throws dev.sluice.problem.UserError if the rows don't fit the tables
  void finish();

  /// {@return the learned structure for the state file, as `json_parser.struct`; empty if this
  /// conversion keeps none} Valid after [#finish()] (spec: tables §2.15).
  Optional<JsonObject> structure();

  /// Removes temporary files. Never throws; may be called at any time.
  @Override
  void close();
}
