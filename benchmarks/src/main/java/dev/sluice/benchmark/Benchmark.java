package dev.sluice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The end-to-end benchmark: the packaged `sluice run` and the floor, alternating, each a whole
/// process with its start, against a server in a process of its own.
///
/// Nothing is asserted. A run that fails ends the benchmark, as there is nothing to measure then.
public final class Benchmark {
  private final Settings settings;
  private final Path root;
  private final Path work;

  private Benchmark(Settings settings, Path root) throws IOException {
    this.settings = settings;
    this.root = root;
    this.work = Files.createTempDirectory("sluice-benchmark-");
  }

  /// Measures, prints a table and writes the result beside the earlier ones.
  ///
  /// @param args see [Settings#USAGE], [MemorySettings#USAGE] and [ChildrenSettings#USAGE]; the
  ///   system property `sluice.root` names the project's folder
  /// @throws IOException if something cannot be started, read or written
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("sluice.root", ".")).toAbsolutePath().normalize();
    String kind = args.length == 0 ? "" : args[0];
    try {
      switch (kind) {
        case "memory" ->
            IO.println(new MemoryBenchmark(MemorySettings.of(behind(args)), root).measure());
        case "children" ->
            IO.println(new ChildrenBenchmark(ChildrenSettings.of(behind(args)), root).measure());
        default -> {
          Result result = new Benchmark(Settings.of(List.of(args)), root).measure();
          IO.println(result.table());
          IO.println("Written to " + result.write(root));
        }
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + usage(kind));
      System.exit(1);
    }
  }

  private static List<String> behind(String[] args) {
    return List.of(args).subList(1, args.length);
  }

  private static String usage(String kind) {
    return switch (kind) {
      case "memory" -> MemorySettings.USAGE;
      case "children" -> ChildrenSettings.USAGE;
      default -> Settings.USAGE;
    };
  }

  private Result measure() throws IOException, InterruptedException {
    List<Measurement> floor = new ArrayList<>();
    List<Measurement> sluice = new ArrayList<>();
    Process server =
        new ProcessBuilder(pinned(serverCores(), java("PageServer", workload())))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = server.inputReader()) {
      String origin = "http://127.0.0.1:" + lines.readLine();
      trainFloor(origin);
      for (int round = 0; round <= settings.rounds(); round++) {
        Measurement floorTook = floor(origin);
        Measurement sluiceTook = sluice(origin);
        if (round > 0) { // The first one fills the caches of the system.
          floor.add(floorTook);
          sluice.add(sluiceTook);
        }
        System.err.printf(
            "round %d: floor %d ms, sluice %d ms%n",
            round, floorTook.wall().toMillis(), sluiceTook.wall().toMillis());
      }
    } finally {
      server.destroy();
      delete(work);
    }
    return new Result(settings, floor, sluice);
  }

  /// The packaged command starts from an ahead-of-time cache; the floor gets one as well.
  private void trainFloor(String origin) throws IOException, InterruptedException {
    String option = "-XX:AOTCacheOutput=" + work.resolve("floor.aot");
    Measurement.of(floorCommand(option, origin), work.resolve("training.out"));
  }

  private Measurement floor(String origin) throws IOException, InterruptedException {
    String option = "-XX:AOTCache=" + work.resolve("floor.aot");
    Path output = work.resolve("floor.out");
    Measurement took = Measurement.of(pinned("0", floorCommand(option, origin)), output);
    expect(settings.workload().rows(), Long.parseLong(Files.readString(output).strip()));
    return took;
  }

  private List<String> floorCommand(String option, String origin) {
    List<String> command = new ArrayList<>(java("Floor", workload()));
    command.add(1, option);
    command.add(origin);
    return command;
  }

  private Measurement sluice(String origin) throws IOException, InterruptedException {
    Path data = work.resolve("data");
    delete(data);
    Files.createDirectories(data);
    Files.writeString(data.resolve("config.json"), configuration(origin));
    List<String> command = List.of(root.resolve("sluice").toString(), "run", data.toString());
    Measurement took = Measurement.of(pinned("0", command), work.resolve("sluice.out"));
    try (Stream<String> lines = Files.lines(data.resolve("out/tables/bench.orders"))) {
      expect(settings.workload().rows(), lines.count() - 1);
    }
    return took;
  }

  /// A number of rows that differs means that something else was measured.
  static void expect(long rows, long found) throws IOException {
    if (rows != found) {
      throw new IOException("there should be " + rows + " rows, but there are " + found);
    }
  }

  private String configuration(String origin) {
    return """
    {
      "parameters": {
        "api": {
          "baseUrl": "%s/",
          "pagination": { "method": "offset", "limit": %d }
        },
        "config": {
          "outputBucket": "bench",
          "lossless": %b,
          "jobs": [{ "endpoint": "orders", "dataType": "orders" }]
        }
      }
    }
    """
        .formatted(origin, settings.workload().pageSize(), settings.lossless());
  }

  private List<String> workload() {
    return List.of(
        Integer.toString(settings.workload().rows()),
        Integer.toString(settings.workload().pageSize()));
  }

  static List<String> java(String type, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.benchmark." + type));
    command.addAll(arguments);
    return command;
  }

  private String serverCores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores > 1 ? "1-" + (cores - 1) : "0";
  }

  private List<String> pinned(String cores, List<String> command) {
    if (!settings.singleCore()) {
      return command;
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", cores));
    pinned.addAll(command);
    return pinned;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
