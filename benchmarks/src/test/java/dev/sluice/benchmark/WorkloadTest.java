package dev.sluice.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class WorkloadTest {
  private final Workload workload = new Workload(9_000, 1_000);

  @Test
  void hasRowsOfSomeThreeHundredBytes() {
    int bytes = workload.page(4).getBytes(StandardCharsets.UTF_8).length / workload.pageSize();
    assertTrue(bytes >= 295 && bytes <= 325, "bytes per row: " + bytes);
  }

  @Test
  void isJsonAndEndsWithAnEmptyPage() {
    assertEquals(1_000, objects(workload.page(8)) / 2);
    assertEquals("[]", workload.page(9));
  }

  /// Each row has one nested object, so that there are twice as many objects as rows.
  private static int objects(String page) {
    int objects = 0;
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), page)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        objects += token == JsonToken.START_OBJECT ? 1 : 0;
      }
    }
    return objects;
  }
}
