package dev.sluice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How much memory the packaged `sluice run` needs for many rows in pages, and for one long
/// response, with a heap of a given limit. A run that fails ends the benchmark.
final class MemoryBenchmark {
  private static final double MEBIBYTE = 1_048_576;

  private final MemorySettings settings;
  private final Path root;
  private final Path work;

  /// What was measured of a workload.
  private record Line(String name, long rows, double responseMebibytes, Measurement took) {}

  MemoryBenchmark(MemorySettings settings, Path root) throws IOException {
    this.settings = settings;
    this.root = root;
    this.work = Files.createTempDirectory("sluice-benchmark-");
  }

  /// {@return the measurements as a table for people}
  String measure() throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                Benchmark.java(
                    "RowServer",
                    List.of(
                        Integer.toString(settings.pages()),
                        Integer.toString(settings.pagesOfResponse()))))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = server.inputReader()) {
      String origin = "http://127.0.0.1:" + lines.readLine();
      double page = new RowStream().pageBytes() / MEBIBYTE;
      Line pages = run("pages", paged(origin), (long) settings.pages() * RowStream.PAGE, page);
      Line response =
          run(
              "one response",
              single(origin),
              (long) settings.pagesOfResponse() * RowStream.PAGE,
              settings.pagesOfResponse() * page);
      return table(List.of(pages, response));
    } finally {
      server.destroy();
      Benchmark.delete(work);
    }
  }

  private Line run(String name, String configuration, long rows, double responseMebibytes)
      throws IOException, InterruptedException {
    Path data = work.resolve("data");
    Benchmark.delete(data);
    Files.createDirectories(data);
    Files.writeString(data.resolve("config.json"), configuration);
    List<String> command =
        List.of(
            "env",
            "SLUICE_JAVA_OPTIONS=-Xmx" + settings.heapMebibytes() + "m",
            root.resolve("sluice").toString(),
            "run",
            data.toString());
    Measurement took = Measurement.of(command, work.resolve("sluice.out"));
    try (Stream<String> lines = Files.lines(data.resolve("out/tables/bench.orders"))) {
      Benchmark.expect(rows, lines.count() - 1);
    }
    Benchmark.delete(data);
    System.err.printf(
        Locale.ROOT,
        "%s: %,d rows in %d s, peak resident size %.0f MiB%n",
        name,
        rows,
        took.wall().toSeconds(),
        took.peakBytes() / MEBIBYTE);
    return new Line(name, rows, responseMebibytes, took);
  }

  private static String paged(String origin) {
    return configuration(
        origin,
        """
        , "pagination": { "method": "offset", "limit": %d }
        """
            .formatted(RowStream.PAGE)
            .strip(),
        "orders");
  }

  private static String single(String origin) {
    return configuration(origin, "", "all");
  }

  private static String configuration(String origin, String pagination, String endpoint) {
    return """
    {
      "parameters": {
        "api": { "baseUrl": "%s/", "http": { "requestTimeout": 0, "maxResponseBytes": 1099511627776 }%s },
        "config": {
          "outputBucket": "bench",
          "jobs": [{ "endpoint": "%s", "dataType": "orders" }]
        }
      }
    }
    """
        .formatted(origin, pagination, endpoint);
  }

  private String table(List<Line> lines) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%-13s %11s %13s %11s %14s %8s%n",
            "",
            "rows",
            "response MiB",
            "heap limit",
            "peak resident",
            "wall s"));
    for (Line line : lines) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-13s %,11d %,13.1f %7d MiB %,10.0f MiB %8.1f%n",
              line.name(),
              line.rows(),
              line.responseMebibytes(),
              settings.heapMebibytes(),
              line.took().peakBytes() / MEBIBYTE,
              line.took().wall().toMillis() / 1000.0));
    }
    return text.toString();
  }
}
