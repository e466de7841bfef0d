package dev.sluice.table.automatic;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.Shaper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes tables of any rows: objects in rows become columns, lists become tables of their own
/// (spec: tables §2; compatibility levels 2 and 3).
///
/// Rows are learned and spooled as pages come, and written at the end, when all columns are known.
/// Memory depends on the structure and on the largest row, not on the number of rows.
public final class AutomaticShaper implements Shaper {
  /// The version of the structure in the state file, `json_parser.structVersion`.
  public static final int STRUCTURE_VERSION = 3;

  private final Structure structure;
  private final Layouts layouts = new Layouts();
  private final Notices notices;
  private final CellText text;
  private final Learner learner;
  private final Spool spool;
  private final Destination destination;
  private final Events events;

  private final Map<String, DeliveredType> types = new LinkedHashMap<>();
  private @Nullable JsonObject learned;

  /// Starts without rows.
  ///
  /// @param known the structure in the state file, `json_parser.struct`; empty for none
  /// @param lossless the configuration's `lossless` (spec: README G-04)
  /// @param temporary a folder for a temporary file; it must exist
  /// @param destination where the tables go
  /// @param events gets log lines
  /// @throws UserError if the known structure is broken
  public AutomaticShaper(
      Optional<JsonObject> known,
      boolean lossless,
      Path temporary,
      Destination destination,
      Events events) {
    this.destination = destination;
    this.events = events;
    notices = new Notices(events);
    text = CellText.of(lossless);
    structure = new Structure(new Naming(lossless));
    known.ifPresent(stored -> StructureReader.read(stored, structure));
    learner = new Learner(structure, layouts, lossless, notices);
    spool = new Spool(temporary, layouts);
  }

  /// What was delivered of a data type.
  private static final class DeliveredType {
    private final int number;
    private final List<String> extraKeys;
    private boolean varies;

    DeliveredType(int number, List<String> extraKeys) {
      this.number = number;
      this.extraKeys = extraKeys;
    }
  }

  @Override
  public long take(Page page) {
    Iterator<JsonValue> rows = page.rows().iterator();
    JsonValue first = rows.hasNext() ? rows.next() : null;
    if (first == null || (first == JsonNull.NULL && !rows.hasNext())) {
      if (first != null) {
        events.debug("No data returned in '" + page.dataType() + "'");
      }
      return first == null ? 0 : 1;
    }
    JsonObject extra = scalars(page.extra());
    spool.startPage(type(page.dataType(), extra).number, extra);
    Node element = learner.start(page);
    long count = 1;
    row(first, element);
    while (rows.hasNext()) {
      row(rows.next(), element);
      count++;
    }
    learner.end(element);
    return count;
  }

  private void row(JsonValue row, Node element) {
    learner.row(row, element);
    spool.add(row);
  }

  private DeliveredType type(String name, JsonObject extra) {
    DeliveredType type = types.get(name);
    if (type == null) {
      if (structure.naming().tableName(name).isEmpty()) {
        throw nameless(name);
      }
      type = new DeliveredType(types.size(), extra.shape().names());
      types.put(name, type);
    }
    type.varies |= !type.extraKeys.equals(extra.shape().names());
    return type;
  }

  private static UserError nameless(String type) {
    return new UserError(
        Problem.of(
            "Cannot name the table of data type '" + type + "': it has no letter, digit or '-'.",
            "Give the job a 'dataType' that has one, or set \"lossless\": true in 'config'."));
  }

  /// {@return the extra columns with their empty lists and objects as empty lists, which is what
  /// they are in the original}
  private static JsonObject scalars(JsonObject extra) {
    JsonObject scalars = extra;
    for (int i = 0; i < extra.size(); i++) {
      JsonValue value = extra.value(i);
      if (!value.isScalarOrNull()) {
        String name = extra.shape().name(i);
        if (!value.isEmpty()) {
          throw new UserError(
              Problem.of(
                  "Error assigning parentId to a CSV file! $parentId array cannot be"
                      + " multidimensional.",
                  "The value of the extra column '"
                      + name
                      + "' must be a text, a number or a boolean: check 'userData'."));
        }
        scalars = scalars.with(name, JsonArray.EMPTY);
      }
    }
    return scalars;
  }

  @Override
  public void finish() {
    learned = StructureWriter.write(structure);
    Map<String, List<String>> headers = headersDependOnRows() ? rehearse() : Map.of();
    Outputs outputs = Outputs.to(headers, destination, events);
    write(structure, outputs, notices);
    outputs.finish();
    notices.summarise();
  }

  private void write(Structure target, Outputs outputs, Notices warnings) {
    new WritingPass(target, layouts, outputs, warnings, text)
        .run(spool.read(), List.copyOf(types.keySet()));
  }

  /// Finds the headers that only the writing itself can tell.
  private Map<String, List<String>> rehearse() {
    Outputs outputs = Outputs.rehearsal();
    write(structure.copy(), outputs, new Notices(Events.NONE));
    return outputs.headers();
  }

  /// {@return whether a table can get columns after it was opened: from pages with other extra
  /// columns, or from another place with the same table name} (spec: tables §2.16)
  private boolean headersDependOnRows() {
    if (types.values().stream().anyMatch(type -> type.varies)) {
      return true;
    }
    Set<String> names = new HashSet<>();
    List<Node> lists = new ArrayList<>();
    structure.roots().forEach(root -> addLists(root, lists));
    return lists.stream()
        .anyMatch(list -> !names.add(structure.naming().tableName(list.plainPath())));
  }

  private static void addLists(Node node, List<Node> lists) {
    Node element = node.element;
    if (node.is(Kind.ARRAY) && element != null) {
      lists.add(node);
      element.fields.values().forEach(field -> addLists(field, lists));
    } else {
      node.fields.values().forEach(field -> addLists(field, lists));
    }
  }

  /// {@return the structure for the state file} Valid at any time: before the end it is what was
  /// learned so far. Writing the tables does not change it.
  @Override
  public Optional<JsonObject> structure() {
    return Optional.of(learned == null ? StructureWriter.write(structure) : learned);
  }

  @Override
  public void close() {
    spool.close();
  }
}
