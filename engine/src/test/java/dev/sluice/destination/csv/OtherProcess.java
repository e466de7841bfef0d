package dev.sluice.destination.csv;

import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.Path;

/// Tries to take a lock, in a process of its own: within one, the JVM notices without the system.
final class OtherProcess {
  private OtherProcess() {}

  /// Prints `taken` if the lock could be had, else `refused`.
  public static void main(String[] arguments) throws IOException {
    try {
      FolderLock.take(Path.of(arguments[0])).release();
      System.out.print("taken");
    } catch (UserError _) {
      System.out.print("refused");
    }
  }

  /// {@return what such a process prints}
  ///
  /// @param file the lock's file
  static String tries(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
