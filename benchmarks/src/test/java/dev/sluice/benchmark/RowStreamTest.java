package dev.sluice.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowStreamTest {
  @Test
  void startsWithThePageOfTheWorkload() {
    assertEquals(
        new Workload(RowStream.PAGE, RowStream.PAGE).page(0),
        new String(new RowStream().page(0), StandardCharsets.UTF_8));
  }

  @Test
  void numbersItsRowsFromPageToPage() {
    String page = new String(new RowStream().page(4_999), StandardCharsets.UTF_8);
    assertEquals("[{\"id\":14999000,\"number\":\"ORD-04999000\"", page.substring(0, 39));
    assertEquals(
        "{\"id\":14999999,\"number\":\"ORD-04999999\"",
        page.substring(page.lastIndexOf("{\"id\":1499"), page.lastIndexOf("{\"id\":1499") + 38));
  }
}
