package dev.sluice.destination.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import dev.sluice.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spec: README G-05.
class PublicationTest {
  private static final String INTERRUPTED = "The publication of an earlier run was interrupted.";

  @TempDir Path root;
  private final RecordedEvents events = new RecordedEvents();

  private DataFolder open() {
    return DataFolder.open(new DataPaths(root), events);
  }

  private static void table(DataFolder folder, String name, String cell) {
    CsvDestination bucket = folder.bucket(Optional.empty());
    TableWriter rows = bucket.begin(List.of("v"));
    rows.write(new String[] {cell});
    bucket.finish(name, List.of("v"), List.of(), List.of(rows));
  }

  private static void oldResult(DataFolder folder) {
    table(folder, "kept", "old");
    table(folder, "gone", "old");
    folder.publish("{\"old\":1}");
  }

  private static void newResult(DataFolder folder) {
    table(folder, "kept", "new");
    table(folder, "fresh", "new");
    folder.publish("{\"new\":1}");
  }

  private static Map<String, String> result(String state, String... tables) {
    Map<String, String> files = new TreeMap<>();
    files.put("state.json", state);
    for (String table : tables) {
      int sign = table.indexOf('=');
      String file = "tables/" + table.substring(0, sign);
      files.put(file, "\"v\"\n\"" + table.substring(sign + 1) + "\"\n");
      files.put(file + ".manifest", "{\"incremental\":false}");
    }
    return files;
  }

  private static final Map<String, String> OLD = result("{\"old\":1}", "kept=old", "gone=old");
  private static final Map<String, String> NEW = result("{\"new\":1}", "kept=new", "fresh=new");

  private Map<String, String> out() {
    return FolderContent.of(root.resolve("out"));
  }

  private void assertNothingIsLeftOver() {
    try (DataFolder folder = open()) {
      table(folder, "not published", "x");
    }
    assertEquals(
        List.of("lock", "published.json"),
        FolderContent.of(root.resolve("out/.sluice")).keySet().stream().toList());
  }

  @Test
  void showsNothingBeforeItPublishes() {
    try (DataFolder folder = open()) {
      table(folder, "orders", "1");
      assertEquals(Map.of(), out());
    }
    assertEquals(Map.of(), out());
    assertFalse(Files.exists(root.resolve("out/tables")));
  }

  @Test
  void replacesItsOwnTablesAndRemovesThoseItDidNotMakeAgain() {
    try (DataFolder folder = open()) {
      oldResult(folder);
    }
    assertEquals(OLD, out());
    try (DataFolder folder = open()) {
      newResult(folder);
    }
    assertEquals(NEW, out());
    assertEquals(List.of(), events.warnings());
    assertNothingIsLeftOver();
  }

  @Test
  void leavesFilesOfOthersAloneAndWarnsWhereItReplacesOne() throws IOException {
    Path tables = Files.createDirectories(root.resolve("out/tables"));
    Files.writeString(tables.resolve("notes"), "mine");
    Files.writeString(tables.resolve("kept"), "mine");
    Files.createDirectories(tables.resolve("folder"));
    for (int run = 0; run < 2; run++) {
      try (DataFolder folder = open()) {
        oldResult(folder);
      }
    }
    assertEquals("mine", Files.readString(tables.resolve("notes")));
    assertTrue(Files.isDirectory(tables.resolve("folder")));
    assertEquals("\"v\"\n\"old\"\n", Files.readString(tables.resolve("kept")));
    assertEquals(
        List.of(
            "The file '"
                + tables.resolve("kept")
                + "' was not made by an earlier run. It is replaced."),
        events.warnings());
  }

  @Test
  void doesNotRemoveWhatTheUserPutInPlaceOfAPublishedTable() throws IOException {
    try (DataFolder folder = open()) {
      oldResult(folder);
    }
    Files.delete(root.resolve("out/tables/gone"));
    Files.createDirectories(root.resolve("out/tables/gone"));
    Files.delete(root.resolve("out/tables/gone.manifest"));
    try (DataFolder folder = open()) {
      newResult(folder);
    }
    assertTrue(Files.isDirectory(root.resolve("out/tables/gone")));
  }

  @Test
  void refusesToPublishOverAFolderAndKeepsTheOldResult() throws IOException {
    try (DataFolder folder = open()) {
      oldResult(folder);
    }
    Files.createDirectories(root.resolve("out/tables/fresh"));
    try (DataFolder folder = open()) {
      UserError error = assertThrows(UserError.class, () -> newResult(folder));
      assertTrue(text(error).contains("is a folder"), text(error));
    }
    assertEquals(OLD, out());
    assertNothingIsLeftOver();
  }

  /// Kills a run before each of its steps in turn, then the run that repairs it before each of its
  /// own, and looks at the folder as its owner would.
  @Test
  void survivesBeingKilledAtAnyStep() throws IOException {
    int killed = 0;
    int interrupted = 0;
    for (int step = 0; ; step++) {
      clear();
      try (DataFolder folder = open()) {
        oldResult(folder);
      }
      if (!isKilled(DyingDisk.killedAfter(step))) {
        break;
      }
      killed++;
      boolean decided = Files.exists(root.resolve("out/.sluice/journal.json"));
      if (decided) {
        interrupted += repairedAfterFurtherKills();
      } else {
        assertTrue(out().equals(OLD) || out().equals(NEW), "after step " + step + ": " + out());
        Map<String, String> before = out();
        open().close();
        assertEquals(before, out());
        assertEquals(List.of(), events.warnings());
      }
      assertNothingIsLeftOver();
    }
    assertEquals(NEW, out());
    assertTrue(killed > 25, "steps: " + killed);
    assertTrue(interrupted > 10, "interrupted publications: " + interrupted);
  }

  /// {@return 1} The folder holds an interrupted publication.
  private int repairedAfterFurtherKills() throws IOException {
    Path copy = root.resolveSibling(root.getFileName() + "-copy");
    copy(root, copy);
    for (int step = 0; ; step++) {
      clear();
      copy(copy, root);
      boolean survived = false;
      DataFolder folder = null;
      try {
        folder = DataFolder.open(new DataPaths(root), events, DyingDisk.killedAfter(step));
        survived = true;
      } catch (DyingDisk.Killed _) {
        // The next open repairs.
      } finally {
        if (folder != null) {
          folder.die();
        }
      }
      open().close();
      assertEquals(NEW, out(), "repair killed after step " + step);
      assertTrue(events.warnings().getFirst().startsWith(INTERRUPTED), events.warnings()::toString);
      events.warnings().clear();
      if (survived) {
        new RealDisk().deleteFolder(copy);
        return 1;
      }
    }
  }

  private boolean isKilled(Disk disk) {
    DataFolder folder = null;
    try {
      folder = DataFolder.open(new DataPaths(root), events, disk);
      newResult(folder);
      return false;
    } catch (DyingDisk.Killed _) {
      return true;
    } finally {
      if (folder != null) {
        folder.die();
      }
    }
  }

  @Test
  void keepsTheOldResultOrFinishesTheNewOneWhenTheDiskIsFull() throws IOException {
    int failed = 0;
    for (int step = 3; ; step++) {
      clear();
      try (DataFolder folder = open()) {
        oldResult(folder);
      }
      UserError error = null;
      try (DataFolder folder =
          DataFolder.open(new DataPaths(root), events, DyingDisk.fullAfter(step))) {
        newResult(folder);
      } catch (UserError e) {
        error = e;
      }
      if (error == null) {
        break;
      }
      failed++;
      assertTrue(text(error).contains("no space left on device"), text(error));
      boolean decided = Files.exists(root.resolve("out/.sluice/journal.json"));
      assertEquals(decided, text(error).contains("The next run in this data folder"));
      open().close();
      assertEquals(decided ? NEW : OLD, out());
      events.warnings().clear();
      assertNothingIsLeftOver();
    }
    assertTrue(failed > 20, "failures: " + failed);
  }

  @Test
  void removesWhatARunLeftThatWasKilledBeforeItPublished() {
    DataFolder killed = open();
    table(killed, "orders", "1");
    killed.die();
    assertTrue(Files.exists(root.resolve("out/.sluice/staging/1.csv")));
    open().close();
    assertFalse(Files.exists(root.resolve("out/.sluice")));
    assertEquals(List.of(), events.warnings());
  }

  @Test
  void treatsAllFilesAsTheUsersWhenTheListIsUnreadable() throws IOException {
    try (DataFolder folder = open()) {
      oldResult(folder);
    }
    Files.writeString(root.resolve("out/.sluice/published.json"), "[\"kept");
    try (DataFolder folder = open()) {
      newResult(folder);
    }
    assertTrue(Files.exists(root.resolve("out/tables/gone")));
    assertEquals(1, events.warnings().size());
  }

  @Test
  void removesNothingOutsideTheTablesWhateverTheListSays() throws IOException {
    Path outside = Files.writeString(root.resolve("config.json"), "{}");
    Files.createDirectories(root.resolve("out/.sluice"));
    Files.writeString(
        root.resolve("out/.sluice/published.json"),
        "[\"../../config.json\",\"" + outside + "\",\"..\",7]");
    try (DataFolder folder = open()) {
      newResult(folder);
    }
    assertTrue(Files.exists(outside));
    assertEquals(NEW, out());
  }

  @Test
  void saysWhatToDoWithAnUnreadableJournal() throws IOException {
    Files.createDirectories(root.resolve("out/.sluice"));
    Files.writeString(root.resolve("out/.sluice/journal.json"), "{");
    UserError error = assertThrows(UserError.class, this::open);
    assertTrue(text(error).contains("Remove the folder"), text(error));
  }

  @Test
  void letsOneRunAtATimeIn() {
    try (DataFolder _ = open()) {
      UserError error = assertThrows(UserError.class, this::open);
      assertTrue(text(error).contains("another run is writing"), text(error));
    }
    open().close();
  }

  @Test
  void reportsAFolderThatCanNotBeMade() throws IOException {
    Files.writeString(root.resolve("out"), "a file");
    UserError error =
        assertThrows(UserError.class, () -> DataFolder.open(new DataPaths(root), Events.NONE));
    assertTrue(text(error).startsWith("Cannot write '"), text(error));
  }

  @Test
  void discardsQuietlyAndMoreThanOnce() {
    DataFolder folder = open();
    table(folder, "orders", "1");
    folder.discard();
    folder.discard();
    try (DataFolder next = open()) {
      folder.discard();
      newResult(next);
    }
    assertEquals(NEW, out());
  }

  private void clear() throws IOException {
    events.warnings().clear();
    new RealDisk().deleteFolder(root);
    Files.createDirectories(root);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static String text(UserError error) {
    return error.problems().getFirst().text();
  }
}
