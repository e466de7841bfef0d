package dev.sluice.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The packaged command, `./sluice` in the project's root.
public final class Launcher {
  private static final long PATIENCE_SECONDS = 180;
  private static final long PATIENCE_TO_BUILD_MINUTES = 10;

  private Launcher() {}

  /// The launcher builds the command when it finds it older than its sources. That is done once,
  /// before the first run, so that no run is judged by what a build prints.
  private static final class Built {
    static final Path LAUNCHER = built();

    private static Path built() {
      Path launcher = ProjectFolder.root().resolve("sluice");
      assertTrue(Files.isExecutable(launcher), "The launcher is missing: " + launcher);
      try {
        Process version =
            new ProcessBuilder(launcher.toString(), "--version").redirectErrorStream(true).start();
        String output = new String(version.getInputStream().readAllBytes(), UTF_8);
        assertTrue(version.waitFor(PATIENCE_TO_BUILD_MINUTES, TimeUnit.MINUTES), output);
        assertEquals(0, version.exitValue(), output);
        return launcher;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// A run that has not ended yet.
  ///
  /// @param process the command itself, as the launcher replaces itself by it
  /// @param output what it has written to standard output
  /// @param errors what it has written to standard error
  public record Started(Process process, Path output, Path errors) {

    /// {@return how it ended}
    public Ended await() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("no end within " + PATIENCE_SECONDS + " s: " + Files.readString(output));
      }
      return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
  }

  /// A run that has ended.
  ///
  /// @param exitCode of the process
  /// @param output its standard output
  /// @param errors its standard error
  public record Ended(int exitCode, String output, String errors) {

    /// {@return the records of this level, whole lines}
    public List<String> records(String level) {
      return output.lines().filter(line -> line.contains("] logger." + level + ": ")).toList();
    }

    /// {@return everything that was written}
    public String all() {
      return output + errors;
    }
  }

  /// {@return how `sluice run` ended}
  ///
  /// @param dataFolder holds `config.json`
  public static Ended run(Path dataFolder) throws IOException, InterruptedException {
    return start(dataFolder).await();
  }

  /// {@return how `sluice token` ended}
  ///
  /// @param dataFolder holds `config.json`
  public static Ended token(Path dataFolder) throws IOException, InterruptedException {
    return start("", "token", dataFolder.toString()).await();
  }

  /// {@return how `sluice run` ended with a small heap}
  ///
  /// @param dataFolder holds `config.json`
  /// @param heapMebibytes the limit of the heap
  public static Ended run(Path dataFolder, int heapMebibytes)
      throws IOException, InterruptedException {
    return start(dataFolder, "-Xmx" + heapMebibytes + "m").await();
  }

  /// {@return `sluice run`, just begun}
  ///
  /// @param dataFolder holds `config.json`
  public static Started start(Path dataFolder) throws IOException {
    return start(dataFolder, "");
  }

  /// {@return `sluice studio`, just begun}
  ///
  /// @param dataFolder holds `config.json`, or will
  public static Started studio(Path dataFolder) throws IOException {
    return start("", "studio", dataFolder.toString(), "--no-browser");
  }

  /// {@return the address that a studio prints}
  ///
  /// @param studio just begun
  static String address(Started studio) throws IOException, InterruptedException {
    while (studio.process().isAlive()) {
      Optional<String> line =
          Files.readString(studio.output())
              .lines()
              .filter(text -> text.matches("Open http://\\S+"))
              .findFirst();
      if (line.isPresent()) {
        return line.get().substring("Open ".length());
      }
      studio.process().waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IOException("The studio ended: " + Files.readString(studio.errors()));
  }

  private static Started start(Path dataFolder, String javaOptions) throws IOException {
    return start(javaOptions, "run", dataFolder.toString());
  }

  private static Started start(String javaOptions, String... arguments) throws IOException {
    Path outputs = Files.createDirectories(Path.of("target", "runs"));
    Path output = Files.createTempFile(outputs, "run-", ".out");
    Path errors = Files.createTempFile(outputs, "run-", ".err");
    var builder =
        new ProcessBuilder(Built.LAUNCHER.toString())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().remove("KBC_DATADIR");
    if (!javaOptions.isEmpty()) {
      builder.environment().put("SLUICE_JAVA_OPTIONS", javaOptions);
    }
    return new Started(builder.start(), output, errors);
  }
}
