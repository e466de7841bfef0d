package dev.sluice.studio.api;

import dev.sluice.action.TestJson;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.run.EventLog;
import dev.sluice.studio.run.ResultTables;
import dev.sluice.studio.run.Runs;
import dev.sluice.studio.web.Call;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Runs: started, cancelled, followed, and what came of them (spec: studio §4.5).
///
/// @param workspace the data folder
/// @param runs its runs
record RunAddress(Workspace workspace, Runs runs) {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MOST_ROWS = 1000;
  private static final int USUAL_ROWS = 100;
  private static final String CSV = ".csv";

  /// {@return the number of a new run}
  ///
  /// @param request `state`: `first` or `continue`
  Reply start(Document request) {
    String id = runs.start(isContinued(request));
    return Reply.json(201, JsonObject.builder().put("id", id).build());
  }

  /// {@return whether a request goes on from the last run's state}
  ///
  /// @param request `state`
  /// @throws Refusal if it is neither `first` nor `continue`
  static boolean isContinued(Document request) {
    return switch (request.text("state").orElse("continue")) {
      case "continue" -> true;
      case "first" -> false;
      default -> throw Refusal.badRequest("'state' is 'first' or 'continue'.");
    };
  }

  Reply list() {
    return Reply.json(JsonObject.of("runs", Json.list(runs.list(), run -> run)));
  }

  Reply find(Map<String, String> names) {
    return Reply.json(runs.find(id(names)));
  }

  Reply cancel(Map<String, String> names) {
    runs.cancel(id(names));
    return Reply.done();
  }

  /// {@return the configuration of a run, and how it differs from the file now}
  Reply config(Map<String, String> names) {
    String then = runs.config(id(names));
    String now = workspace.markers().hidden(workspace.file().read().text());
    return Reply.json(
        JsonObject.builder().put("text", then).put("diff", LineDiff.of(then, now)).build());
  }

  /// {@return what happens, as it happens}
  Reply events(Call call, Map<String, String> names) {
    EventLog log = runs.events(id(names));
    long from =
        call.header("Last-Event-ID")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .orElseGet(() -> call.number("after", 0));
    return new Reply(200, "text/event-stream", Map.of(), out -> follow(log, from, out));
  }

  Reply exchange(Map<String, String> names) {
    String id = id(names);
    String number = names.getOrDefault("number", "");
    if (!number.matches("\\d{1,9}")) {
      throw Refusal.notFound("There is no such request.");
    }
    return Reply.json(
        new TestJson(runs.redactor(id)).exchange(runs.exchange(id, Integer.parseInt(number))));
  }

  Reply tables(Map<String, String> names) {
    return Reply.json(JsonObject.of("tables", new JsonArray(list(id(names)))));
  }

  /// {@return some rows of a table}
  Reply rows(Call call, Map<String, String> names) {
    String id = id(names);
    JsonObject table = table(id, names.getOrDefault("name", ""));
    long offset = call.number("offset", 0);
    int limit = (int) Math.min(call.number("limit", USUAL_ROWS), MOST_ROWS);
    return Reply.json(
        JsonObject.builder()
            .put("columns", table.find("columns").orElse(JsonArray.EMPTY))
            .put("rows", ResultTables.rows(file(id, table), offset, limit, runs.redactor(id)))
            .put("offset", JsonNumber.of(offset))
            .put("total", table.find("rows").orElse(JsonNull.NULL))
            .build());
  }

  /// {@return a table's file as it is}
  Reply csv(Map<String, String> names) {
    String id = id(names);
    Path file = file(id, table(id, names.getOrDefault("name", "")));
    return download(file, ResultTables.name(file) + CSV, "text/csv; charset=utf-8");
  }

  Reply manifest(Map<String, String> names) {
    String id = id(names);
    Path file = file(id, table(id, names.getOrDefault("name", "")));
    Path manifest = file.resolveSibling(file.getFileName() + ".manifest");
    if (!Files.exists(manifest)) {
      throw Refusal.notFound("This table has no manifest.");
    }
    return download(manifest, String.valueOf(manifest.getFileName()), "application/json");
  }

  /// {@return all files of a run: tables, manifests and state}
  Reply zip(Map<String, String> names) {
    String id = id(names);
    List<Path> files = new ArrayList<>();
    for (JsonValue table : list(id)) {
      Path file = file(id, (JsonObject) table);
      files.add(file);
      Path manifest = file.resolveSibling(file.getFileName() + ".manifest");
      if (Files.exists(manifest)) {
        files.add(manifest);
      }
    }
    return Reply.download("out.zip", "application/zip", out -> zip(files, out));
  }

  /// {@return the state that a run would go on from}
  Reply state() {
    var answer = JsonObject.builder();
    var state = runs.state();
    answer.put("exists", JsonBoolean.of(state.isPresent()));
    if (state.isPresent()) {
      try {
        answer.put("state", new JsonReader().read(state.get()));
      } catch (JsonSyntaxError _) {
        answer.put("state", JsonNull.NULL);
      }
    }
    return Reply.json(answer.build());
  }

  /// {@return what to type for the same run}
  ///
  /// @param command how the user calls Sluice
  Reply command(String command) {
    List<String> lines = new ArrayList<>();
    String folder = quoted(workspace.dataFolder().toString());
    String secrets =
        workspace
            .secrets()
            .present()
            .map(file -> " --secrets " + quoted(file.toString()))
            .orElse("");
    lines.add(command + " run " + folder + secrets);
    return Reply.json(JsonObject.of("lines", Json.list(lines, JsonString::new)));
  }

  private void follow(EventLog log, long from, OutputStream out) throws IOException {
    long last = from;
    try {
      while (!log.isAtEnd(last)) {
        List<EventLog.Entry> entries = log.after(last, HEARTBEAT);
        var text = new StringBuilder();
        if (entries.isEmpty()) {
          text.append(": still here\n\n");
        }
        for (EventLog.Entry entry : entries) {
          if (entry.number() > last + 1) {
            text.append(gap(last + 1, entry.number() - 1));
          }
          last = entry.number();
          text.append("id: ").append(last);
          text.append("\nevent: ").append(entry.type());
          text.append("\ndata: ").append(JsonWriter.compact(entry.data())).append("\n\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String gap(long from, long to) {
    return "event: gap\ndata: {\"from\":" + from + ",\"to\":" + to + "}\n\n";
  }

  private void zip(List<Path> files, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry("out/tables/" + file.getFileName()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
      if (Files.exists(runs.outState())) {
        zip.putNextEntry(new ZipEntry("out/state.json"));
        Files.copy(runs.outState(), zip);
        zip.closeEntry();
      }
    }
  }

  private static Reply download(Path file, String name, String type) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return Reply.download(plain, type, out -> Files.copy(file, out));
  }

  private List<JsonValue> list(String id) {
    JsonValue tables = runs.find(id).find("tables").orElse(JsonArray.EMPTY);
    return tables instanceof JsonArray(var items) ? items : List.of();
  }

  /// Only tables that the run lists have a path: names from outside never become one.
  private JsonObject table(String id, String name) {
    return list(id).stream()
        .map(JsonObject.class::cast)
        .filter(table -> new JsonString(name).equals(table.valueOrNull("name")))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("There is no such table."));
  }

  private Path file(String id, JsonObject table) {
    Path folder = runs.tables(id);
    return table.valueOrNull("file") instanceof JsonString(String file)
            && Path.of(file).getNameCount() == 1
        ? folder.resolve(file)
        : folder.resolve("none" + CSV);
  }

  private static String id(Map<String, String> names) {
    return names.getOrDefault("id", "");
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
