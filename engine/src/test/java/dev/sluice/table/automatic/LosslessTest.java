package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each subject of README G-04 that concerns the automatic conversion, off and on.
class LosslessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12345678901234567890 | 1.2345678901235E+19 | 12345678901234567890",
        "9007199254740993 | 9007199254740993 | 9007199254740993",
        "0.12345678901234567 | 0.12345678901235 | 0.12345678901234567",
        "2.50 | 2.5 | 2.50",
        "1e3 | 1000 | 1e3",
        "1e400 | INF | 1e400",
        "-0 | 0 | -0",
        "-0.0 | -0 | -0.0",
        "true | 1 | true",
        "false | `` | false",
        "null | `` | ``",
        "\"true\" | true | true"
      })
  void keepsNumbersAndBooleansInCells(String value, String off, String on) {
    Page page = page("n", "[{\"v\":" + value + "}]");
    assertEquals("\"v\"\n\"" + off + "\"\n", Conversion.of(page).csv("n"));
    assertEquals("\"v\"\n\"" + on + "\"\n", Conversion.Setup.LOSSLESS.of(page).csv("n"));
  }

  @Test
  void keepsNumbersInJsonTextAndScalarRows() {
    Page page = page("n", "[[2.50,true,1e400],7.0,false]");
    assertEquals("\"data\"\n\"\"\n\"7\"\n\"\"\n", Conversion.of(page).csv("n"));
    assertEquals(
        "\"data\"\n\"[2.50,true,1e400]\"\n\"7.0\"\n\"false\"\n",
        Conversion.Setup.LOSSLESS.of(page).csv("n"));
  }

  @Test
  void keepsNumbersInExtraColumns() {
    Page page = page("n", "[{\"v\":1}]", "{\"f\":2.50,\"b\":false}");
    assertEquals("\"v\",\"f\",\"b\"\n\"1\",\"2.5\",\"\"\n", Conversion.of(page).csv("n"));
    assertEquals(
        "\"v\",\"f\",\"b\"\n\"1\",\"2.50\",\"false\"\n",
        Conversion.Setup.LOSSLESS.of(page).csv("n"));
  }

  @Test
  void warnsOncePerPathOfRoundedIntegers() {
    String rows = "[{\"v\":12345678901234567890},{\"v\":12345678901234567891,\"w\":-1e400}]";
    assertEquals(
        List.of(
            "warning: Numbers of 'n.[].v' are too large to be written exactly. With \"lossless\":"
                + " true in 'config' they keep all digits.",
            "warning: Numbers of 'n.[].w' are too large to be written exactly. With \"lossless\":"
                + " true in 'config' they keep all digits.",
            "warning: Numbers of 'n.[].v' are too large to be written exactly. With \"lossless\":"
                + " true in 'config' they keep all digits. (2 times)"),
        Conversion.of(page("n", rows)).log());
    assertEquals(List.of(), Conversion.Setup.LOSSLESS.of(page("n", rows)).log());
  }

  @Test
  void givesNamesToColumnsOfWhichNothingIsLeft() {
    Page page = page("n", "[{\"日本\":1,\"é\":{\"日本\":2},\"t\":{\"日本\":3},\"0\":4}]");
    assertEquals("\"\",\"_u1\",\"t_u0\",\"0\"", header(Conversion.of(page)));
    Conversion run = Conversion.Setup.LOSSLESS.of(page);
    assertEquals("\"field_4dbed2e6\",\"field_4dbed2e6_u0\",\"t_u0\",\"0\"", header(run));
    assertEquals(List.of(), run.log());
  }

  private static String header(Conversion run) {
    return run.csv("n").lines().findFirst().orElse("");
  }

  @Test
  void givesNamesToTablesOfWhichNothingIsLeft() {
    Page page = page("日本", "[{\"id\":1}]");
    UserError error = assertThrows(UserError.class, () -> Conversion.of(page));
    assertEquals(
        "Cannot name the table of data type '日本': it has no letter, digit or '-'.",
        error.problems().getFirst().message());
    assertEquals("== field_4dbed2e6\n\"id\"\n\"1\"\n", Conversion.Setup.LOSSLESS.of(page).files());
  }

  @Test
  void keepsTheValuesOfAListBesideNull() {
    Page page = page("n", "[{\"t\":[{\"x\":1}]},{\"t\":null}]");
    assertTrue(Conversion.of(page).csv("n_t").startsWith("\"x\",\"JSON_parentId\"\n\"\","));
    assertTrue(
        Conversion.Setup.LOSSLESS
            .of(page)
            .csv("n_t")
            .startsWith("\"x\",\"JSON_parentId\"\n\"1\","));
  }

  @Test
  void leavesHashesAsTheyAre() {
    Page page =
        page("n", "[{\"v\":2.50,\"w\":12345678901234567890,\"b\":true,\"z\":-0,\"t\":[1]}]");
    assertEquals(
        Conversion.of(page).table("n").rows().getFirst().getLast(),
        Conversion.Setup.LOSSLESS.of(page).table("n").rows().getFirst().getLast());
  }
}
