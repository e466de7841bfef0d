package dev.sluice.table.legacy;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.Shaper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes tables of any rows by the rules of compatibility level 1 (spec: tables §3).
///
/// Rows are learned and spooled as pages come, and written at the end. Memory depends on the
/// structure and on the largest row, not on the number of rows.
public final class LegacyShaper implements Shaper {
  /// The version of the structure in the state file, `json_parser.structVersion`.
  public static final int STRUCTURE_VERSION = 2;

  private final Destination destination;
  private final Events events;
  private final CellText text;
  private final Notices notices;
  private final LegacyLearner learner;
  private final PageSpool spool;
  private final SafeName names = new SafeName();
  private final Map<String, Set<String>> extras = new HashMap<>();
  private @Nullable JsonObject learned;

  /// Starts without rows.
  ///
  /// @param known the structure in the state file, `json_parser.struct`; empty for none
  /// @param lossless the configuration's `lossless` (spec: README G-04)
  /// @param temporary a folder for a temporary file; it must exist
  /// @param destination where the tables go
  /// @param events gets log lines
  /// @throws UserError if the known structure is broken
  public LegacyShaper(
      Optional<JsonObject> known,
      boolean lossless,
      Path temporary,
      Destination destination,
      Events events) {
    this.destination = destination;
    this.events = events;
    this.text = CellText.of(lossless);
    this.notices = new Notices(events);
    LegacyStructure structure = known.map(LegacyStructure::read).orElseGet(LegacyStructure::new);
    this.learner = new LegacyLearner(structure, notices);
    this.spool = new PageSpool(temporary);
  }

  @Override
  public long take(Page page) {
    String type = page.dataType();
    Iterator<JsonValue> rows = page.rows().iterator();
    JsonValue first = rows.hasNext() ? rows.next() : null;
    boolean isNothing = first == null || (first.isEmptyData() && !rows.hasNext());
    if (isNothing && !learner.structure().knows(type)) {
      events.debug("No data returned in '" + type + "'");
      return first == null ? 0 : 1;
    }
    start(page);
    long count = 0;
    for (JsonValue row = first; row != null; row = rows.hasNext() ? rows.next() : null) {
      count++;
      learner.root(row, type, "row " + count + " of " + page.origin());
      spool.add(row);
    }
    return count;
  }

  private void start(Page page) {
    String type = page.dataType();
    if (names.of(type).isEmpty()) {
      throw new UserError(
          Problem.of(
              "Cannot name the table of data type '" + type + "': it has no letter, digit or '-'.",
              "Give the job a 'dataType' that has one."));
    }
    JsonObject extra = scalars(page.extra());
    if (learner.analysed(type) == 0) {
      events.debug("Analyzing " + type);
    }
    extras.computeIfAbsent(type, _ -> new LinkedHashSet<>()).addAll(extra.shape().names());
    learner.startPage(type);
    spool.startPage(type, extra);
  }

  /// {@return the extra columns with their empty lists and objects as empty lists, which is what
  /// they are in the original}
  private static JsonObject scalars(JsonObject extra) {
    JsonObject scalars = extra;
    for (Map.Entry<String, JsonValue> column : extra.members().entrySet()) {
      if (!column.getValue().isScalarOrNull()) {
        checkEmpty(column.getKey(), column.getValue());
        scalars = scalars.with(column.getKey(), JsonArray.EMPTY);
      }
    }
    return scalars;
  }

  private static void checkEmpty(String key, JsonValue value) {
    if (!value.isEmpty()) {
      throw new UserError(
          Problem.of(
              "Error assigning parentId to a CSV file! $parentId array cannot be"
                  + " multidimensional.",
              "The value of the extra column '"
                  + key
                  + "' must be a text, a number or a boolean: check 'userData'."));
    }
  }

  @Override
  public void finish() {
    learned = learner.structure().stored();
    Notices told = notices;
    Map<String, List<String>> headers = Map.of();
    LegacyOutputs outputs = write(headers, told);
    while (!outputs.isComplete()) {
      // Everything has been told in the first pass.
      told = new Notices(Events.NONE);
      headers = outputs.headers();
      outputs = write(headers, told);
    }
    outputs.finish();
    notices.summarise();
  }

  private LegacyOutputs write(Map<String, List<String>> headers, Notices told) {
    var outputs = new LegacyOutputs(destination, told, headers);
    spool.replay(new LegacyWriting(learner.copy(told), outputs, extras, told, text));
    return outputs;
  }

  /// {@return the structure for the state file} Valid at any time: before the end it is what was
  /// learned so far. Writing the tables does not change it.
  @Override
  public Optional<JsonObject> structure() {
    return Optional.of(learned == null ? learner.structure().stored() : learned);
  }

  @Override
  public void close() {
    spool.close();
  }
}
