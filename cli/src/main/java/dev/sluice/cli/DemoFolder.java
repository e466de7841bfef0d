package dev.sluice.cli;

import dev.sluice.demo.Demo;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The data folder of a demo: only what a demo itself wrote is ever replaced.
///
/// @param folder may be missing
record DemoFolder(Path folder) {
  /// What differs from demo to demo.
  private static final Pattern OWN_VALUES =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+|(?<=\"#__CLIENT_SECRET\": )\"[^\"]*\"");

  /// Writes the demo's files.
  ///
  /// @param demo the running demo
  /// @throws UserError if something else is in the folder, or it can't be written
  void write(Demo demo) {
    try {
      Path config = folder.resolve("config.json");
      if (Files.exists(config)) {
        requireUnchanged(config, demo);
      } else if (!isEmpty()) {
        throw new UserError(
            Problem.of("There are other things in '" + folder + "'.", "Name another folder."));
      }
      demo.writeDataFolder(folder);
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot write to '" + folder + "': " + e.getMessage(), "Name another folder."),
          e);
    }
  }

  private void requireUnchanged(Path config, Demo demo) throws IOException {
    String present = Files.readString(config, StandardCharsets.ISO_8859_1);
    if (!withoutOwnValues(present).equals(withoutOwnValues(demo.configuration()))) {
      throw new UserError(
          Problem.of(
              "'" + config + "' is not as a demo writes it.",
              "To keep it, name another folder; to begin anew, remove it."));
    }
  }

  private static String withoutOwnValues(String configuration) {
    return OWN_VALUES.matcher(configuration).replaceAll("");
  }

  /// What a demo leaves when its `config.json` is removed does not count.
  private boolean isEmpty() throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> entry.endsWith("in") || entry.endsWith("out"));
    }
  }
}
