package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void showsTablesRowsRequestsAndWhatToTryNext() {
    RecordingShell shell = RecordingShell.terminal(120, Map.of("NO_COLOR", "1"));
    Path data = folder.resolve("demo");

    assertEquals(0, shell.run("demo", data.toString()), shell.err());

    String out = shell.out();
    assertTrue(out.contains("\nshop.customers        2,437       17\n"), out);
    assertTrue(out.contains(" rows in 5 tables, "), out);
    assertTrue(out.contains(", 1 token request, "), out);
    assertTrue(
        out.contains("\n" + data.resolve("out/tables/shop.customers") + "\nid  number "), out);
    assertTrue(out.contains("\n1   C-000001"), out);
    assertTrue(out.contains("  ./sluice demo --serve "), out);
    assertTrue(Files.exists(data.resolve("out/tables/shop.orders.manifest")));
    assertTrue(Files.exists(data.resolve("out/state.json")));
  }

  @Test
  void leavesNothingOfTheProgressBehindAndStaysWithinTheScreen() {
    RecordingShell shell = RecordingShell.terminal(60, Map.of("NO_COLOR", "1"));
    Path data = folder.resolve("demo");

    assertEquals(0, shell.run("demo", data.toString()), shell.err());

    List<String> rows =
        shell.out().lines().dropWhile(line -> !line.contains("shop.customers")).toList();
    assertFalse(rows.stream().anyMatch(line -> line.contains("⠋")));
    for (String line : rows) {
      boolean isFreeText = line.contains(data.toString()) || line.contains("./sluice");
      assertTrue(isFreeText || DisplayWidth.of(line) <= 66, line);
    }
  }

  @Test
  void runsASecondTimeInItsOwnFolder() throws IOException {
    Path data = folder.resolve("demo");
    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
    String first = Files.readString(data.resolve("config.json"));

    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));

    assertFalse(first.equals(Files.readString(data.resolve("config.json"))), "other ports");
  }

  @Test
  void beginsAnewWhenItsConfigurationWasRemoved() throws IOException {
    Path data = folder.resolve("demo");
    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
    Files.delete(data.resolve("config.json"));

    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
  }

  @Test
  void keepsAConfigurationThatWasChanged() throws IOException {
    Path data = folder.resolve("demo");
    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
    Path config = data.resolve("config.json");
    String changed = Files.readString(config).replace("\"limit\": 250", "\"limit\": 100");
    Files.writeString(config, changed);
    RecordingShell shell = RecordingShell.piped(Map.of());

    assertEquals(1, shell.run("demo", data.toString()));

    assertEquals(changed, Files.readString(config));
    assertEquals(
        "error: '%s' is not as a demo writes it. To keep it, name another folder; to begin anew, remove it.\n"
            .formatted(config),
        shell.err());
  }

  @Test
  void leavesAFolderWithOtherThingsAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    RecordingShell shell = RecordingShell.piped(Map.of());

    assertEquals(1, shell.run("demo", folder.toString()));

    assertEquals(
        "error: There are other things in '%s'. Name another folder.\n".formatted(folder),
        shell.err());
    assertFalse(Files.exists(folder.resolve("config.json")));
  }

  @Test
  void writesOnlyObjectsInTheJsonFormat() {
    RecordingShell shell = RecordingShell.piped(Map.of());

    assertEquals(0, shell.run("demo", folder.resolve("demo").toString(), "--log-format", "json"));

    assertTrue(shell.out().lines().allMatch(line -> line.startsWith("{\"type\":")), shell.out());
    String last = shell.out().lines().toList().getLast();
    assertTrue(last.contains("\"type\":\"end\"") && last.contains("\"exitCode\":0"), last);
  }
}
