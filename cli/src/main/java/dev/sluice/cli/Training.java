package dev.sluice.cli;

import dev.sluice.demo.Demo;
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
    boolean allWorked = true;
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      String data = folder.toString();
      for (List<String> command :
          List.of(
              List.of("run", data),
              List.of("run", data, "--log-format", "platform"),
              List.of("run", data, "--log-format", "text"),
              List.of("validate", data),
              List.of("token", data),
              List.of("--help"))) {
        allWorked &= execute(command) == Outcome.SUCCESS;
      }
    } finally {
      delete(folder);
    }
    // What else a process does that is started from a shell.
    Shell.ofProcess();
    new ConsolePrompt();
    QuickExit.prepare();
    System.exit(allWorked ? Outcome.SUCCESS : Outcome.DEFECT);
  }

  private static int execute(List<String> command) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            nowhere, nowhere, InputStream.nullInputStream(), Map.of(), new Window(), "sluice");
    return SluiceCommand.run(shell, Prompt.NOBODY, command.toArray(String[]::new));
  }

  /// So that progress is drawn, too.
  private record Window() implements Screen {
    @Override
    public boolean isTerminal() {
      return true;
    }

    @Override
    public int columns() {
      return USUAL_COLUMNS;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
