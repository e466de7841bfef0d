package dev.sluice.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was measured.
///
/// @param settings what was asked for
/// @param floor a measurement a round
/// @param sluice a measurement a round
record Result(Settings settings, List<Measurement> floor, List<Measurement> sluice) {
  private static final double MEBIBYTE = 1_048_576;

  /// {@return the medians as a table for people}
  String table() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d rows, %.1f MiB of JSON in pages of %,d; %d rounds%s; medians of whole processes%n%n",
            settings.workload().rows(),
            bytes() / MEBIBYTE,
            settings.workload().pageSize(),
            settings.rounds(),
            settings.singleCore() ? ", single core" : ""));
    text.append(
        String.format("%-11s %12s %9s %9s %11s%n", "", "rows/s", "wall s", "CPU s", "peak MiB"));
    line(text, "floor", floor);
    line(text, "sluice run", sluice);
    text.append(
        String.format(
            Locale.ROOT,
            "%-11s %12.2f %9.2f %9.2f %11.2f%n",
            "ratio",
            median(sluice, this::rowsPerSecond) / median(floor, this::rowsPerSecond),
            median(sluice, Result::wall) / median(floor, Result::wall),
            median(sluice, Result::cpu) / median(floor, Result::cpu),
            median(sluice, Result::peak) / median(floor, Result::peak)));
    return text.toString();
  }

  /// {@return the file that has it all, as JSON}
  ///
  /// @param root the project's folder
  Path write(Path root) throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String commit = commit(root);
    String name = now.toString().replace(":", "") + "-" + commit + ".json";
    Path file = root.resolve("benchmarks/results").resolve(name);
    Files.createDirectories(root.resolve("benchmarks/results"));
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json =
            JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("at", now.toString());
      json.writeStringProperty("commit", commit);
      machine(json);
      json.writeNumberProperty("rows", settings.workload().rows());
      json.writeNumberProperty("page_size", settings.workload().pageSize());
      json.writeNumberProperty("json_bytes", bytes());
      json.writeBooleanProperty("single_core", settings.singleCore());
      json.writeBooleanProperty("lossless", settings.lossless());
      side(json, "floor", floor);
      side(json, "sluice", sluice);
      json.writeNumberProperty(
          "ratio_rows_per_second",
          median(sluice, this::rowsPerSecond) / median(floor, this::rowsPerSecond));
      json.writeNumberProperty(
          "ratio_cpu", median(sluice, Result::cpu) / median(floor, Result::cpu));
      json.writeEndObject();
    }
    return file;
  }

  private static void machine(JsonGenerator json) {
    json.writeObjectPropertyStart("machine");
    json.writeStringProperty(
        "os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    json.writeStringProperty("arch", System.getProperty("os.arch"));
    json.writeNumberProperty("cores", Runtime.getRuntime().availableProcessors());
    json.writeStringProperty("java", System.getProperty("java.vm.version"));
    json.writeEndObject();
  }

  private void side(JsonGenerator json, String name, List<Measurement> rounds) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("rows_per_second", median(rounds, this::rowsPerSecond));
    json.writeNumberProperty("wall_seconds", median(rounds, Result::wall));
    json.writeNumberProperty("cpu_seconds", median(rounds, Result::cpu));
    json.writeNumberProperty("peak_bytes", median(rounds, round -> round.peakBytes()));
    json.writeArrayPropertyStart("rounds");
    for (Measurement round : rounds) {
      json.writeStartObject();
      json.writeNumberProperty("wall_seconds", wall(round));
      json.writeNumberProperty("cpu_seconds", cpu(round));
      json.writeNumberProperty("peak_bytes", round.peakBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void line(StringBuilder text, String name, List<Measurement> rounds) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-11s %,12.0f %9.3f %9.2f %11.0f%n",
            name,
            median(rounds, this::rowsPerSecond),
            median(rounds, Result::wall),
            median(rounds, Result::cpu),
            median(rounds, Result::peak)));
  }

  private double rowsPerSecond(Measurement round) {
    return settings.workload().rows() / wall(round);
  }

  private static double wall(Measurement round) {
    return round.wall().toNanos() / 1e9;
  }

  private static double cpu(Measurement round) {
    return round.cpu().toNanos() / 1e9;
  }

  private static double peak(Measurement round) {
    return round.peakBytes() / MEBIBYTE;
  }

  /// {@return the median of a figure}
  static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private long bytes() {
    long bytes = 0;
    for (int page = 0; page < settings.workload().pages(); page++) {
      bytes += settings.workload().page(page).getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }

  /// {@return the commit that was measured, or `unknown` outside a repository}
  private static String commit(Path root) throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? commit.strip() : "unknown";
    } catch (IOException _) {
      return "unknown";
    }
  }
}
