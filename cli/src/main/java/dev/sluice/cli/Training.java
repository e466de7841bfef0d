package dev.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the JVM is watched at when its ahead-of-time cache is made: the launcher runs it once after
/// each build. Afterwards the classes that an extraction needs are loaded and linked already when
/// the process starts.
public final class Training {
  private Training() {}

  /// Goes through the common commands, their output discarded.
  ///
  /// @param arguments none
  /// @throws IOException if no folder for temporary files can be made
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("sluice-training");
    try {
      Path data = folder.resolve("demo");
      boolean allWorked = true;
      for (List<String> command :
          List.of(
              List.of("--help"),
              List.of("demo", data.toString()),
              List.of("demo", data.toString(), "--log-format", "platform"),
              List.of("validate", data.toString()))) {
        allWorked &= execute(command);
      }
      System.exit(allWorked ? 0 : 1);
    } finally {
      delete(folder);
    }
  }

  private static boolean execute(List<String> command) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var shell =
        new Shell(nowhere, nowhere, InputStream.nullInputStream(), Map.of(), Screen.NONE, "sluice");
    return SluiceCommand.commandLine(shell, Prompt.NOBODY).execute(command.toArray(String[]::new))
        == 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
