package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that holds a client secret and nothing else.
///
/// @param name as it was typed; `-` is standard input
record SecretFile(Optional<String> name) {

  /// {@return the secret, if a file was named}
  ///
  /// @param shell has standard input
  /// @throws UserError if the file can't be read
  Optional<String> read(Shell shell) {
    return name.map(file -> {
      try {
        byte[] bytes =
            file.equals("-") ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(file));
        return withoutLineBreak(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UserError(
            Problem.of(
                "Cannot read the client secret from '" + file + "': " + e.getMessage(),
                "Check the file."),
            e);
      }
    });
  }

  /// Editors and `echo` end a file with a line break; other white space belongs to the secret.
  private static String withoutLineBreak(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
