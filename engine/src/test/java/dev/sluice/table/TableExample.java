package dev.sluice.table;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A worked example in the form of the specification (spec: tables §6): above a line of hyphens the
/// configuration and the pages, below it log lines, files and the state.
///
/// @param name the example's name
/// @param config `parameters.config`
/// @param pages what the jobs deliver, in order
/// @param log expected lines, each with its level
/// @param files expected content by name; manifests that are not shown are not in it
/// @param state the expected state, if the example shows it
public record TableExample(
    String name,
    JsonObject config,
    List<Page> pages,
    List<String> log,
    Map<String, String> files,
    Optional<JsonValue> state) {
  private static final String EXTRA = "+ extra columns ";
  private static final JsonReader JSON = new JsonReader();

  /// {@return all examples of a folder, by name}
  ///
  /// @param folder below `vectors/tables`
  public static List<TableExample> in(String folder) {
    try (var files =
        Files.list(
            Path.of(
                Objects.requireNonNull(TableExample.class.getResource("/vectors/tables/" + folder))
                    .toURI()))) {
      return files.sorted().map(TableExample::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static TableExample read(Path file) {
    try {
      return of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the example in a text}
  ///
  /// @param name the example's name
  /// @param text configuration, pages, a line of hyphens, and what comes of them
  public static TableExample of(String name, String text) {
    try {
      int line = text.indexOf("\n---");
      List<String> above = List.of(text.substring(0, line).split("\n", -1));
      String below = text.substring(text.indexOf('\n', line + 1) + 1);
      JsonObject config = JsonObject.EMPTY;
      List<Page> pages = new ArrayList<>();
      for (String entry : entries(above)) {
        int end = entry.indexOf(' ');
        switch (entry.substring(0, end)) {
          case "config" -> config = (JsonObject) JSON.read(entry.substring(end));
          case "page" -> pages.add(page(entry.substring(end + 1)));
          default -> throw new IllegalArgumentException(entry);
        }
      }
      return expecting(name, config, pages, below);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /// Lines that begin with a space belong to the line before.
  private static List<String> entries(List<String> lines) {
    List<String> entries = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ")) {
        entries.set(entries.size() - 1, entries.getLast() + line);
      } else {
        entries.add(line);
      }
    }
    return entries;
  }

  private static Page page(String entry) throws JsonSyntaxError {
    int end = entry.indexOf(' ');
    int plus = entry.indexOf(EXTRA);
    String rows = plus < 0 ? entry.substring(end) : entry.substring(end, plus);
    JsonValue extra =
        plus < 0 ? JsonObject.EMPTY : JSON.read(entry.substring(plus + EXTRA.length()));
    return new Page(
        entry.substring(0, end),
        ((JsonArray) JSON.read(rows)).items(),
        (JsonObject) extra,
        "the example");
  }

  private static TableExample expecting(
      String name, JsonObject config, List<Page> pages, String below) throws JsonSyntaxError {
    List<String> log = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    Optional<JsonValue> state = Optional.empty();
    String file = "";
    for (String line : below.strip().split("\n", -1)) {
      if (line.startsWith("== ")) {
        int json = line.indexOf("   {");
        file = json < 0 ? line.substring(3) : line.substring(3, json);
        files.put(file, json < 0 ? "" : line.substring(json).strip());
      } else if (line.startsWith("log ")) {
        log.add(line.substring(4));
      } else if (line.startsWith("state ")) {
        state = Optional.of(JSON.read(line.substring(6)));
      } else {
        files.merge(file, line + "\n", String::concat);
      }
    }
    return new TableExample(name, config, pages, log, files, state);
  }
}
