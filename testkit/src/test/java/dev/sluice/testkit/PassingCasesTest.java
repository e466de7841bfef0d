package dev.sluice.testkit;

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

class PassingCasesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void holdsWhenEveryListedCasePasses() throws IOException {
    var verdict =
        list("# comment\n\n001-a\n002-b\n").judge(Map.of("001-a", List.of(), "002-b", List.of()));
    assertTrue(verdict.holds());
    assertEquals("", verdict.text());
  }

  @Test
  void failsOnAListedCaseThatNoLongerPasses() throws IOException {
    var verdict = list("001-a").judge(Map.of("001-a", List.of("missing orders", "differs lines")));
    assertFalse(verdict.holds());
    assertEquals("no longer passes: 001-a (missing orders; differs lines)", verdict.text());
  }

  @Test
  void failsOnAListedCaseThatWasNotRun() throws IOException {
    var verdict = list("001-a\n001-typo").judge(Map.of("001-a", List.of()));
    assertFalse(verdict.holds());
    assertEquals("listed, but not run: 001-typo", verdict.text());
  }

  @Test
  void reportsUnlistedCasesThatPassWithoutFailing() throws IOException {
    var verdict =
        list("001-a")
            .judge(Map.of("001-a", List.of(), "002-b", List.of(), "003-c", List.of("exit 1")));
    assertTrue(verdict.holds());
    assertEquals("passes, add it to the list: 002-b", verdict.text());
  }

  private PassingCases list(String text) throws IOException {
    Path file = folder.resolve("passing-cases.txt");
    Files.writeString(file, text);
    return PassingCases.read(file);
  }
}
