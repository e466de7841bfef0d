package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged command, `./sluice` in the project's root.
final class Launcher {
  private static final long PATIENCE_SECONDS = 180;

  private Launcher() {}

  /// A run that has not ended yet.
  ///
  /// @param process the command itself, as the launcher replaces itself by it
  /// @param output what it has written to standard output
  /// @param errors what it has written to standard error
  record Started(Process process, Path output, Path errors) {

    /// {@return how it ended}
    Ended await() throws IOException, InterruptedException {
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
  record Ended(int exitCode, String output, String errors) {

    /// {@return the records of this level, whole lines}
    List<String> records(String level) {
      return output.lines().filter(line -> line.contains("] logger." + level + ": ")).toList();
    }

    /// {@return everything that was written}
    String all() {
      return output + errors;
    }
  }

  /// {@return how `sluice run` ended}
  ///
  /// @param dataFolder holds `config.json`
  static Ended run(Path dataFolder) throws IOException, InterruptedException {
    return start(dataFolder).await();
  }

  /// {@return `sluice run`, just begun}
  ///
  /// @param dataFolder holds `config.json`
  static Started start(Path dataFolder) throws IOException {
    Path launcher = ProjectFolder.root().resolve("sluice");
    assertTrue(Files.isExecutable(launcher), "The launcher is missing: " + launcher);
    Path output = Files.createTempFile("sluice-", ".out");
    Path errors = Files.createTempFile("sluice-", ".err");
    var builder =
        new ProcessBuilder(launcher.toString(), "run", dataFolder.toString())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().remove("KBC_DATADIR");
    return new Started(builder.start(), output, errors);
  }
}
