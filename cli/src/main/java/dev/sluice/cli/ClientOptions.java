package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// An OAuth 2.0 client and its token endpoint, as options.
final class ClientOptions {
  @Option(names = "--client-id", paramLabel = "ID", description = "The client ID.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      description = "A file that holds the client secret; - for standard input.")
  private Optional<String> secretFile = Optional.empty();

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      description = "The address of the token endpoint.")
  private Optional<String> tokenUrl = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "A scope to ask for; may be repeated.")
  private List<String> scopes = new ArrayList<>();

  /// {@return `--client-id`}
  Optional<String> id() {
    return id;
  }

  /// {@return `--token-url`}
  Optional<String> tokenUrl() {
    return tokenUrl;
  }

  /// {@return all `--scope`}
  List<String> scopes() {
    return List.copyOf(scopes);
  }

  /// {@return whether `--client-secret-file` was given}
  boolean hasSecretFile() {
    return secretFile.isPresent();
  }

  /// {@return the secret, if a file was named}
  ///
  /// @param shell has standard input
  /// @throws UserError if the file can't be read
  Optional<String> secret(Shell shell) {
    return secretFile.map(file -> {
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
