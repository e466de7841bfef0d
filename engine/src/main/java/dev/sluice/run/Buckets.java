package dev.sluice.run;

import dev.sluice.config.OutputSettings;
import dev.sluice.destination.csv.CsvDestination;
import dev.sluice.destination.csv.DataFolder;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.run.State.Structure;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Shaper;
import dev.sluice.table.automatic.AutomaticShaper;
import dev.sluice.table.automatic.StoredStructures;
import dev.sluice.table.legacy.LegacyShaper;
import dev.sluice.table.mapped.MappedShaper;
import dev.sluice.table.mapped.MissingTables;
import dev.sluice.table.mapped.TableHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The conversions of a run, one for each output bucket: configurations with the same bucket share
/// one, made for the first of them (spec: run-and-http §1.7). Used by one thread.
final class Buckets implements AutoCloseable {
  private final DataFolder folder;
  private final Events events;
  private final Map<Optional<String>, Shaper> shapers = new LinkedHashMap<>();
  private final List<OutputSettings> outputs = new ArrayList<>();
  private Optional<Structure> learned;
  private Optional<String> lastBucket = Optional.empty();

  /// Begins without buckets.
  ///
  /// @param folder where the tables go
  /// @param state of the run before
  /// @param events gets log lines
  Buckets(DataFolder folder, State state, Events events) {
    this.folder = folder;
    this.events = events;
    this.learned = state.structure();
  }

  /// {@return the conversion for a configuration's bucket}
  ///
  /// @param output the configuration's
  Shaper shaper(OutputSettings output) {
    outputs.add(output);
    folder.bucket(output.bucket()).setIncremental(output.incremental());
    Shaper known = shapers.get(output.bucket());
    if (known != null) {
      return known;
    }
    if (shapers.isEmpty()) {
      sayWhichConversion(output);
    }
    CsvDestination destination = folder.bucket(output.bucket());
    Shaper made =
        output.mappings().isEmpty()
            ? unmapped(output, destination)
            : new MappedShaper(
                output.mappings(),
                CellText.of(output.lossless()),
                destination,
                events,
                merged -> unmapped(output, merged));
    shapers.put(output.bucket(), made);
    return made;
  }

  /// Takes over what the conversion of a configuration that has just ended has learned: the next
  /// bucket starts from it.
  ///
  /// @param output the configuration's
  void learned(OutputSettings output) {
    Shaper shaper = shapers.get(output.bucket());
    if (shaper != null) {
      shaper.structure().ifPresent(tree -> learned = Optional.of(united(output, shaper, tree)));
    }
  }

  /// A conversion that took up where another one stood knows all that the other knew; one that was
  /// made before does not.
  private Structure united(OutputSettings output, Shaper shaper, JsonObject tree) {
    boolean isLegacy = shaper instanceof LegacyShaper;
    Optional<JsonObject> before = tree();
    boolean mayLack = !output.bucket().equals(lastBucket) && !isLegacy && before.isPresent();
    lastBucket = output.bucket();
    return new Structure(
        mayLack ? StoredStructures.merge(before.orElseThrow(), tree) : tree, isLegacy);
  }

  private Optional<JsonObject> tree() {
    return learned
        .map(Structure::tree)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  /// Writes all tables, also those that a mapping promises and no row filled.
  void finish() {
    shapers.values().forEach(Shaper::finish);
    for (OutputSettings output : outputs) {
      for (TableHeader table : MissingTables.of(output.mappings(), output.lossless())) {
        folder
            .bucket(output.bucket())
            .addMissing(table.table(), table.columns(), table.primaryKey(), output.incremental());
      }
    }
  }

  /// {@return what the conversions of this run and of those before have learned}
  Optional<Structure> learned() {
    return learned;
  }

  @Override
  public void close() {
    shapers.values().forEach(Shaper::close);
  }

  private Shaper unmapped(OutputSettings output, Destination destination) {
    Optional<JsonObject> known = tree();
    return isLegacy(output)
        ? new LegacyShaper(known, output.lossless(), folder.temporary(), destination, events)
        : new AutomaticShaper(known, output.lossless(), folder.temporary(), destination, events);
  }

  /// What the state says goes before what the configuration says (spec: run-and-http §3.3). The
  /// legacy conversion is the legacy one for all buckets of a run (spec: tables §3.1).
  private boolean isLegacy(OutputSettings output) {
    return learned.map(Structure::legacy).orElse(output.compatLevel() < 2);
  }

  private void sayWhichConversion(OutputSettings output) {
    boolean isRequested = output.compatLevel() < 2;
    if (learned.isEmpty() && isRequested) {
      events.warning("Using legacy JSON parser, because it has been explicitly requested.");
    } else if (learned.isPresent() && learned.get().legacy()) {
      events.warning("Using legacy JSON parser, because it is in configuration state.");
    } else if (isRequested) {
      events.warning(
          "Ignored request for legacy JSON parser, because configuration is already upgraded.");
    }
  }
}
