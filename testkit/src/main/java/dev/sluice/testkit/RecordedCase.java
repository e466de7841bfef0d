package dev.sluice.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// A configuration and the tables that must come out of it.
///
/// @param name the folder's name, e.g. `001-simple-job`
/// @param folder where its files are
public record RecordedCase(String name, Path folder) {
  /// Writes the time of the run into its table, so that only the names of its files can be judged.
  private static final String CLOCK = "091";

  /// Where recorded configurations name the recorded server, and what has to stand there.
  private static final List<Place> PLACES =
      List.of(
          place("mock-server(-behind-proxy)?:80", "127.0.0.1:PORT"),
          place("(?<=http://)mock-server(?=/)", "127.0.0.1:PORT"),
          place("(?<=\"address\": \")mock-server", "127.0.0.1"),
          place("(?<=\"port\": \")80(?=\")", "PORT"));

  private record Place(Pattern pattern, String replacement) {}

  /// Makes the data folder of a run: the configuration, pointed at a server of ours, the state of
  /// the run before if there is one, and an empty `out/tables`.
  ///
  /// @param dataFolder made when missing
  /// @param port where [RecordedCases#serve] listens
  /// @throws IOException if a file cannot be read or written
  public void writeDataFolder(Path dataFolder, int port) throws IOException {
    Files.createDirectories(dataFolder.resolve("out/tables"));
    String configuration = Files.readString(folder.resolve("config.json"));
    Files.writeString(dataFolder.resolve("config.json"), local(configuration, port));
    for (var file : files(folder.resolve("in")).entrySet()) {
      Path copy = dataFolder.resolve("in").resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(file.getValue(), copy);
    }
  }

  /// {@return what is wrong with a run, a line each; nothing if it came out as recorded}
  ///
  /// Tables are compared byte for byte, manifests as JSON values.
  ///
  /// @param exitCode of the run
  /// @param dataFolder where it ran
  /// @throws IOException if a file cannot be read
  public List<String> differences(int exitCode, Path dataFolder) throws IOException {
    Path expectedExit = folder.resolve("_exit");
    int expectedCode =
        Files.exists(expectedExit) ? Integer.parseInt(Files.readString(expectedExit).strip()) : 0;
    if (exitCode != expectedCode) {
      return List.of("exit " + exitCode + " instead of " + expectedCode);
    }
    SortedMap<String, Path> expected = files(folder.resolve("_sample_out"));
    SortedMap<String, Path> actual = files(dataFolder.resolve("out/tables"));
    List<String> differences = new ArrayList<>();
    for (var file : expected.entrySet()) {
      Path other = actual.remove(file.getKey());
      if (other == null) {
        differences.add("missing " + file.getKey());
      } else if (!name.startsWith(CLOCK) && !same(file.getValue(), other)) {
        differences.add("differs " + file.getKey());
      }
    }
    actual.keySet().forEach(unexpected -> differences.add("unexpected " + unexpected));
    return List.copyOf(differences);
  }

  private static String local(String configuration, int port) {
    String local = configuration;
    for (Place place : PLACES) {
      String replacement = place.replacement.replace("PORT", Integer.toString(port));
      local = place.pattern.matcher(local).replaceAll(replacement);
    }
    return local;
  }

  private static boolean same(Path expected, Path actual) throws IOException {
    byte[] left = Files.readAllBytes(expected);
    byte[] right = Files.readAllBytes(actual);
    if (!expected.toString().endsWith(".manifest")) {
      return Arrays.equals(left, right);
    }
    try {
      return Objects.equals(Json.read(left), Json.read(right));
    } catch (JacksonException | IllegalArgumentException _) {
      return false;
    }
  }

  /// {@return the files below a folder by their relative names, with `/`; none if it is missing}
  private static SortedMap<String, Path> files(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(Files::isRegularFile)
            .forEach(
                file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
      }
    }
    return files;
  }

  private static Place place(String pattern, String replacement) {
    return new Place(Pattern.compile(pattern), replacement);
  }
}
