package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final int RUNS = Integer.getInteger("sluice.test.runs", 3_000);

  @Test
  void givesTheSameFilesAndErrorsAsTheAlgorithmOfTheSpec() {
    long first = Long.getLong("sluice.test.seed", System.nanoTime());
    int compared = 0;
    int refused = 0;
    for (int i = 0; i < RUNS; i++) {
      long seed = first + i;
      List<Page> pages = new RandomPages(seed).pages();
      String expected;
      try {
        expected = Oracle.files(pages);
        compared++;
      } catch (Oracle.Refused e) {
        expected = e.getMessage();
        refused++;
      } catch (Oracle.Broken _) {
        continue;
      }
      assertEquals(expected, actual(pages), () -> "seed " + seed + "\n" + text(pages));
    }
    // Otherwise the pages are of a kind that nothing can be learned from.
    assertTrue(compared > RUNS / 4, "compared " + compared + ", seed " + first);
    assertTrue(refused > RUNS / 50, "refused " + refused + ", seed " + first);
  }

  private static String actual(List<Page> pages) {
    try {
      return Conversion.Setup.FIRST.of(pages).files();
    } catch (UserError e) {
      return e.problems().getFirst().message();
    }
  }

  static String text(List<Page> pages) {
    var text = new StringBuilder();
    for (Page page : pages) {
      text.append("page ").append(page.dataType()).append(' ').append(page.rows());
      text.append("   + extra columns ").append(page.extra()).append('\n');
    }
    return text.toString();
  }
}
