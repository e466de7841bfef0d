package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.demo.Demo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole extraction from the demo, whose tokens live so short that a run needs several.
class DemoIT {
  private static final int CUSTOMERS = 2_437;
  private static final int ORDERS = 4_120;

  @TempDir private Path folder = Path.of("");

  @Test
  void extractsEveryRowOnceWithOneToken() throws Exception {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      Launcher.Ended run = Launcher.run(folder);
      assertEquals(0, run.exitCode(), run.all());
      assertTables();
      assertEquals(1, demo.tokenRequests());
      assertFalse(run.all().contains(demo.clientSecret()), "the secret is in the output");
    }
  }

  @Test
  void extractsEveryRowOnceThoughTokensEndWhileItRuns() throws Exception {
    try (Demo demo = Demo.start(Duration.ofSeconds(1))) {
      demo.writeDataFolder(folder);
      Launcher.Ended run = Launcher.run(folder);
      assertEquals(0, run.exitCode(), run.all());
      assertTables();
    }
  }

  private void assertTables() throws Exception {
    assertEquals(
        IntStream.rangeClosed(1, CUSTOMERS).mapToObj(Integer::toString).toList(),
        table("shop.customers").column("id"));
    CsvTable orders = table("shop.orders");
    assertEquals(
        IntStream.range(50_001, 50_001 + ORDERS).mapToObj(Integer::toString).toList(),
        orders.column("id"));
    assertEquals(
        orders.column("lines").stream().sorted().toList(),
        table("shop.orders_lines").column("JSON_parentId").stream().distinct().sorted().toList());
    assertEquals(
        orders.column("status").stream().filter("shipped"::equals).count(),
        table("shop.shipments").column("parent_id").stream().distinct().count());
  }

  private CsvTable table(String name) throws Exception {
    return CsvTable.read(folder.resolve("out/tables").resolve(name));
  }
}
