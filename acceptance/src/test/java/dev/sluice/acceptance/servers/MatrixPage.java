package dev.sluice.acceptance.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `docs/client-credentials-matrix.md`, which is made of what the tests have found.
final class MatrixPage {
  private static final String HEAD =
      """
      # Client credentials: which way works with which server

      Made by `ClientCredentialsMatrixIT`, which runs `./sluice run` for each cell against the real server, and fails when this page says something else.
      The awkward secret has `+`, `%`, `&`, `=`, `:`, `/` and a space in it. Rows that name a method are the form `oauth20.client-credentials`
      ([Client credentials](client-credentials.md)).

      """;

  private final Map<String, String> cells = new HashMap<>();

  /// Notes what was found.
  ///
  /// @param server its name
  /// @param proof the row
  /// @param found `yes`, or why not
  void put(String server, Proof proof, String found) {
    cells.put(key(server, proof), found);
  }

  /// Compares the page with what was found, and writes what it has to say into `target`. Of a
  /// server that could not be started the page keeps what it says.
  ///
  /// @param servers the names of all, in order
  void check(List<String> servers) throws IOException {
    Path committed = ProjectFolder.root().resolve("docs/client-credentials-matrix.md");
    Map<String, String> before =
        Files.exists(committed) ? read(Files.readString(committed), servers) : Map.of();
    StringBuilder page = new StringBuilder(HEAD).append(line("", servers)).append("|---");
    page.append("|---".repeat(servers.size())).append("|\n");
    for (Proof proof : Proof.values()) {
      List<String> found =
          servers.stream()
              .map(server -> key(server, proof))
              .map(key -> cells.getOrDefault(key, before.getOrDefault(key, "not tried")))
              .toList();
      page.append(line(proof.title(), found));
    }
    Path made = Path.of("target", "client-credentials-matrix.md");
    Files.writeString(made, page);
    assertEquals(
        page.toString(),
        Files.exists(committed) ? Files.readString(committed) : "",
        "docs/client-credentials-matrix.md is out of date: replace it by acceptance/" + made);
  }

  private static Map<String, String> read(String page, List<String> servers) {
    Map<String, String> cells = new HashMap<>();
    for (Proof proof : Proof.values()) {
      page.lines()
          .filter(line -> line.startsWith("| " + proof.title() + " |"))
          .map(line -> line.split("\\|", -1))
          .forEach(parts -> {
            for (int i = 0; i < servers.size() && i + 2 < parts.length; i++) {
              cells.put(key(servers.get(i), proof), parts[i + 2].strip());
            }
          });
    }
    return cells;
  }

  private static String line(String first, List<String> others) {
    return "| " + first + " | " + String.join(" | ", others) + " |\n";
  }

  private static String key(String server, Proof proof) {
    return server + "/" + proof;
  }
}
