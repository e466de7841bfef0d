package dev.sluice.table.mapped;

import dev.sluice.json.JsonObject;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.Shaper;
import java.util.Optional;

/// Stands where pages without a mapping would go, and takes none.
record NoShaper(Destination destination) implements Shaper {

  @Override
  public long take(Page page) {
    throw new AssertionError("There is no mapping for " + page.dataType());
  }

  @Override
  public void finish() {}

  @Override
  public Optional<JsonObject> structure() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
