package dev.sluice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What requests in flight at once are worth: the packaged `sluice run` asks for the orders of each
/// customer, once one after the other and once with the concurrency that is the default. Both are
/// whole processes, alternating, and have to make the same tables.
final class ChildrenBenchmark {
  private static final double MEBIBYTE = 1_048_576;
  private static final int DEFAULT = 8;

  private final ChildrenSettings settings;
  private final Path root;
  private final Path work;

  ChildrenBenchmark(ChildrenSettings settings, Path root) throws IOException {
    this.settings = settings;
    this.root = root;
    this.work = Files.createTempDirectory("sluice-benchmark-");
  }

  /// {@return the measurements as a table for people}
  String measure() throws IOException, InterruptedException {
    List<String> workload =
        List.of(Integer.toString(settings.children()), Integer.toString(settings.millis()));
    Process server =
        new ProcessBuilder(Benchmark.java("CustomerServer", workload))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Measurement> one = new ArrayList<>();
    List<Measurement> many = new ArrayList<>();
    try (var lines = server.inputReader()) {
      String origin = "http://127.0.0.1:" + lines.readLine();
      for (int round = 0; round <= settings.rounds(); round++) {
        Measurement oneTook = run(configuration(origin, "\"concurrency\": 1"), "one");
        Measurement manyTook = run(configuration(origin, ""), "many");
        expectEqualTables();
        if (round > 0) { // The first one fills the caches of the system.
          one.add(oneTook);
          many.add(manyTook);
        }
        System.err.printf(
            "round %d: 1 in flight %d ms, %d in flight %d ms%n",
            round, oneTook.wall().toMillis(), DEFAULT, manyTook.wall().toMillis());
      }
    } finally {
      server.destroy();
      Benchmark.delete(work);
    }
    return table(one, many);
  }

  private Measurement run(String configuration, String name)
      throws IOException, InterruptedException {
    Path data = work.resolve(name);
    Benchmark.delete(data);
    Files.createDirectories(data);
    Files.writeString(data.resolve("config.json"), configuration);
    List<String> command = List.of(root.resolve("sluice").toString(), "run", data.toString());
    Measurement took = Measurement.of(command, work.resolve("sluice.out"));
    try (Stream<String> lines = Files.lines(orders(name))) {
      Benchmark.expect(settings.children(), lines.count() - 1);
    }
    return took;
  }

  private void expectEqualTables() throws IOException {
    if (Files.mismatch(orders("one"), orders("many")) >= 0) {
      throw new IOException("the tables differ");
    }
  }

  private Path orders(String name) {
    return work.resolve(name).resolve("out/tables/bench.orders");
  }

  private static String configuration(String origin, String http) {
    return """
    {
      "parameters": {
        "api": { "baseUrl": "%s/", "http": { %s } },
        "config": {
          "outputBucket": "bench",
          "jobs": [
            {
              "endpoint": "customers",
              "dataType": "customers",
              "children": [
                { "endpoint": "orders/{id}", "placeholders": { "id": "id" }, "dataType": "orders" }
              ]
            }
          ]
        }
      }
    }
    """
        .formatted(origin, http);
  }

  private String table(List<Measurement> one, List<Measurement> many) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d child requests, each %d ms at the server; %d rounds; medians of whole processes%n%n",
            settings.children(),
            settings.millis(),
            settings.rounds()));
    text.append(
        String.format(
            "%-12s %11s %9s %9s %11s%n", "", "requests/s", "wall s", "CPU s", "peak MiB"));
    line(text, "1 in flight", one);
    line(text, DEFAULT + " in flight", many);
    text.append(String.format(Locale.ROOT, "%-12s %11.2f%n", "ratio", wall(one) / wall(many)));
    return text.toString();
  }

  private void line(StringBuilder text, String name, List<Measurement> rounds) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-12s %11.0f %9.3f %9.2f %11.0f%n",
            name,
            settings.children() / wall(rounds),
            wall(rounds),
            Result.median(rounds, took -> took.cpu().toNanos() / 1e9),
            Result.median(rounds, took -> took.peakBytes() / MEBIBYTE)));
  }

  private static double wall(List<Measurement> rounds) {
    return Result.median(rounds, took -> took.wall().toNanos() / 1e9);
  }
}
