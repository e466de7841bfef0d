package dev.sluice.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import org.junit.jupiter.api.Test;

class RowKeyTest {
  private final JsonReader reader = new JsonReader();

  /// Spec: tables §1.5.
  @Test
  void hashesTheRow() throws JsonSyntaxError {
    var keys = new RowKey();
    var row = reader.read("{\"id\":7,\"meta\":{\"labels\":[\"x\"]}}");
    assertEquals("51ab59d8b96a98a0adaf2b733f6d44e9", keys.of(row));
    assertEquals("51ab59d8b96a98a0adaf2b733f6d44e9", keys.of(row, JsonObject.EMPTY));
  }

  /// Spec: tables §6, E29.
  @Test
  void addsExtraColumns() throws JsonSyntaxError {
    var row = reader.read("{\"id\":1,\"t\":[\"x\"]}");
    var extra =
        (JsonObject)
            reader.read("{\"parent_id\":5,\"tag\":\"T\",\"a\":{\"b\":\"deep\"},\"c.d\":\"dot\"}");
    assertEquals("bbd40bb3eb952d85b7aec608de055edc", new RowKey().of(row, extra));
  }

  /// Spec: tables §6, E14.
  @Test
  void hashesText() {
    assertEquals("760a45316996fe62d9a85d378b360180", RowKey.ofText("___" + "k".repeat(62)));
  }
}
