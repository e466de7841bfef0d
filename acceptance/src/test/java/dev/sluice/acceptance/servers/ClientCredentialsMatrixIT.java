package dev.sluice.acceptance.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sluice.acceptance.Launcher;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every way for a client to prove who it is, with every server. The page of the documentation is
/// made of what is found.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCredentialsMatrixIT {
  private final Certificates certificates = Certificates.shared();
  private final Map<Proof, TestClient> clients = new EnumMap<>(Proof.class);
  private final ScriptedServer api = ScriptedServer.start().otherwise(this::orders);
  private final MatrixPage page = new MatrixPage();
  private final List<AuthorizationServer> started = new ArrayList<>();
  @TempDir private Path folder = Path.of("");

  ClientCredentialsMatrixIT() throws Exception {
    for (Proof proof : Proof.values()) {
      clients.put(proof, TestClient.of(proof, certificates));
    }
  }

  /// A server that is started when its first test runs.
  private record Column(String name, Start start) {}

  private interface Start {
    AuthorizationServer with(List<TestClient> clients) throws Exception;
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column(KeycloakColumn.NAME, KeycloakColumn::start),
          new Column(SpringColumn.NAME, SpringColumn::start),
          new Column(MockColumn.NAME, MockColumn::start),
          new Column(NodeColumn.NAME, NodeColumn::start));

  @AfterAll
  void stop() {
    started.forEach(AuthorizationServer::close);
    api.close();
  }

  @TestFactory
  Stream<DynamicNode> matrix() {
    Stream<DynamicNode> columns =
        COLUMNS.stream()
            .map(column ->
                dynamicContainer(
                    column.name(),
                    Arrays.stream(Proof.values())
                        .map(proof ->
                            dynamicTest(
                                column.name() + ": " + proof.title(), () -> cell(column, proof)))));
    return Stream.concat(columns, Stream.of(dynamicTest("the page says so", this::page)));
  }

  private void cell(Column column, Proof proof) throws Exception {
    AuthorizationServer server = server(column);
    TestClient client = Objects.requireNonNull(clients.get(proof));
    Files.writeString(
        folder.resolve("config.json"),
        client.configuration(server.tokenUrl(proof), api.origin(), certificates.authorityPem()));
    int before = api.received().size();

    Launcher.Ended run = Launcher.run(folder);

    assertFalse(
        !proof.secret().isEmpty() && run.all().contains(proof.secret()),
        "the secret is in the output");
    Optional<String> refusal = server.refusal(proof);
    if (refusal.isPresent()) {
      assertEquals(1, run.exitCode(), run.all());
      assertEquals(before, api.received().size(), "no token, no request");
      page.put(column.name(), proof, "no: " + refusal.get());
      return;
    }
    assertEquals(0, run.exitCode(), run.all());
    assertTrue(
        Files.readString(folder.resolve("out/tables/shop.orders")).contains("\"7\""), run.all());
    page.put(column.name(), proof, "yes");
  }

  private AuthorizationServer server(Column column) throws Exception {
    for (AuthorizationServer server : started) {
      if (server.name().equals(column.name())) {
        return server;
      }
    }
    AuthorizationServer server = column.start().with(List.copyOf(clients.values()));
    started.add(server);
    return server;
  }

  /// Lets in whoever has a token.
  private Answer orders(Received request) {
    return request.header("Authorization").filter(value -> value.matches("Bearer \\S+")).isPresent()
        ? Answer.json("[{\"id\":7}]")
        : Answer.json(401, "{}");
  }

  private void page() throws Exception {
    page.check(COLUMNS.stream().map(Column::name).toList());
  }
}
