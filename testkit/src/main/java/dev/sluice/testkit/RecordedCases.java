package dev.sluice.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The recorded cases of the original: configurations, the exchanges of the APIs they read, and the
/// tables that must come out.
///
/// They lie outside the project, in `conformance/cases` of a folder named `shared`. It is looked
/// for beside the project, or where the system property `sluice.shared` says. A case is a folder
/// with a `config.json`; `NAME.request` holds verb, target and body of a request,
/// `NAME.requestHeaders` the headers it must have, `NAME.response`, `NAME.responseHeaders` and
/// `NAME.responseCode` the answer. The exchanges of all cases answer together. Immutable.
public final class RecordedCases {
  /// What a test says that is skipped because the cases are not there.
  public static final String ABSENT =
      "The recorded cases are not there: name their folder with -Dsluice.shared=FOLDER.";

  /// Cases whose requests hold the current time or random values, which no recording can match.
  private static final List<String> UNREPEATABLE = List.of("102", "104", "109", "110");

  private static final String CASES = "conformance/cases";

  private final List<RecordedCase> cases;
  private final Map<String, List<Exchange>> exchanges;

  /// Something that can run a configuration.
  @FunctionalInterface
  public interface Command {
    /// {@return the exit code of a run}
    ///
    /// @param dataFolder holds `config.json`; the output goes there too
    /// @throws Exception if the run cannot be made at all, which fails the test
    int run(Path dataFolder) throws Exception;
  }

  private RecordedCases(List<RecordedCase> cases, Map<String, List<Exchange>> exchanges) {
    this.cases = cases;
    this.exchanges = exchanges;
  }

  /// {@return the recorded cases, if they are there}
  ///
  /// A blank `sluice.shared` means that they are not wanted.
  ///
  /// @throws IOException if a file cannot be read
  /// @throws IllegalArgumentException if `sluice.shared` names a folder without cases
  public static Optional<RecordedCases> find() throws IOException {
    String named = System.getProperty("sluice.shared");
    if (named != null) {
      return named.isBlank() ? Optional.empty() : Optional.of(read(Path.of(named).resolve(CASES)));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path cases = up.resolve("shared").resolve(CASES);
      if (Files.isDirectory(cases)) {
        return Optional.of(read(cases));
      }
    }
    return Optional.empty();
  }

  /// {@return the recorded cases of a folder}
  ///
  /// @param folder has a folder for each case
  /// @throws IOException if a file cannot be read
  /// @throws IllegalArgumentException if there is no such folder
  public static RecordedCases read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("no recorded cases in " + folder);
    }
    List<RecordedCase> cases = new ArrayList<>();
    Map<String, List<Exchange>> exchanges = new HashMap<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      Path parent = file.getParent();
      if (name.endsWith(".request")) {
        Exchange exchange = Exchange.read(file);
        exchanges.computeIfAbsent(exchange.request(), _ -> new ArrayList<>()).add(exchange);
      } else if (name.equals("config.json")
          && parent != null
          && folder.equals(parent.getParent())) {
        cases.add(new RecordedCase(String.valueOf(parent.getFileName()), parent));
      }
    }
    cases.removeIf(recorded -> UNREPEATABLE.stream().anyMatch(recorded.name()::startsWith));
    return new RecordedCases(List.copyOf(cases), exchanges);
  }

  /// {@return the cases that can be judged, by name}
  public List<RecordedCase> cases() {
    return cases;
  }

  /// {@return a server that answers with the recordings; to be closed}
  ///
  /// Verb, target and body of a request must be exactly those of a recording and the headers it
  /// asks for be present; of several that match, the first in the order of their paths answers. All
  /// else is answered with 404.
  public ScriptedServer serve() {
    return ScriptedServer.start().otherwise(this::answer);
  }

  /// {@return what is wrong with a command's run of a case, a line each; nothing if it is right}
  ///
  /// @param recorded the case
  /// @param dataFolder an empty or missing folder to run in
  /// @param command what is judged
  /// @throws Exception if the command throws, or a file cannot be read or written
  public List<String> judge(RecordedCase recorded, Path dataFolder, Command command)
      throws Exception {
    try (ScriptedServer server = serve()) {
      recorded.writeDataFolder(dataFolder, server.port());
      return recorded.differences(command.run(dataFolder), dataFolder);
    }
  }

  private Answer answer(Received received) {
    return exchanges.getOrDefault(Exchange.comparable(received), List.of()).stream()
        .filter(exchange -> exchange.accepts(received))
        .findFirst()
        .map(Exchange::answer)
        .orElseGet(() -> Answer.json(404, "{\"message\":\"not recorded\"}"));
  }

  /// {@return all files below a folder, in the order of the names that their paths consist of}
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .sorted(Comparator.comparing(RecordedCases::key))
          .toList();
    }
  }

  /// A separator that is less than any character of a name, so that `a/z` comes before `a-b/c`.
  private static String key(Path path) {
    return path.toString().replace('\\', '/').replace('/', '\0');
  }
}
