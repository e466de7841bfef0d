package dev.sluice.studio.run;

import dev.sluice.destination.csv.FirstRows;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.secret.Redactor;
import dev.sluice.studio.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tables that a run published, as the page shows them.
public final class ResultTables {
  private static final String CSV = ".csv";
  private static final String MANIFEST = ".manifest";

  private ResultTables() {}

  /// {@return the tables: name, file, columns, number of rows, and what the manifest says}
  ///
  /// @param request names the data folder, and knows the secrets
  /// @param summary what the run did
  public static JsonArray json(RunRequest request, RunSummary summary) {
    List<JsonValue> tables = new ArrayList<>();
    for (RunSummary.Table table : summary.tables()) {
      tables.add(json(request, table));
    }
    return new JsonArray(tables);
  }

  /// {@return some rows of a table, secrets masked}
  ///
  /// @param table its CSV file
  /// @param offset how many rows to leave out
  /// @param limit how many rows to show
  /// @param redactor knows the secrets
  public static JsonArray rows(Path table, long offset, int limit, Redactor redactor) {
    try {
      List<JsonValue> rows = new ArrayList<>();
      for (List<String> row : FirstRows.of(table, offset, limit)) {
        rows.add(
            new JsonArray(
                row.stream()
                    .<JsonValue>map(cell -> new JsonString(redactor.redactWhole(cell)))
                    .toList()));
      }
      return new JsonArray(rows);
    } catch (IOException _) {
      throw Refusal.notFound("The table is not there any more.");
    }
  }

  /// {@return the name of a table by its file}
  ///
  /// @param file its CSV file
  public static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(CSV) ? name.substring(0, name.length() - CSV.length()) : name;
  }

  private static JsonObject json(RunRequest request, RunSummary.Table table) {
    JsonObject manifest = manifest(table.file());
    Redactor redactor = request.redactor();
    List<JsonValue> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(new JsonString(redactor.redact(column))));
    var json =
        JsonObject.builder()
            .put("name", name(table.file()))
            .put("file", String.valueOf(table.file().getFileName()))
            .put("columns", new JsonArray(columns))
            .put("rows", JsonNumber.of(table.rows()))
            .put("primary_key", manifest.find("primary_key").orElse(JsonArray.EMPTY))
            .put("incremental", manifest.find("incremental").orElse(JsonBoolean.FALSE));
    manifest.find("destination").ifPresent(name -> json.put("destination", name));
    return json.build();
  }

  private static JsonObject manifest(Path table) {
    try {
      Path file = table.resolveSibling(table.getFileName() + MANIFEST);
      return Files.exists(file)
              && new JsonReader().read(Files.readAllBytes(file)) instanceof JsonObject object
          ? object
          : JsonObject.EMPTY;
    } catch (IOException | JsonSyntaxError _) {
      return JsonObject.EMPTY;
    }
  }
}
