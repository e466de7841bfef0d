package dev.sluice.acceptance.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.acceptance.servers.Certificates.Issued;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// oidc-provider, in a Node of its own.
final class NodeColumn implements AuthorizationServer {
  static final String NAME = "oidc-provider " + System.getProperty("oidcprovider.version");

  private static final String READY = "token endpoint: ";
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final String tokenUrl;

  private NodeColumn(Process process, String tokenUrl) {
    this.process = process;
    this.tokenUrl = tokenUrl;
  }

  /// {@return a server that answers}
  ///
  /// @param clients whom it knows
  static AuthorizationServer start(List<TestClient> clients) throws Exception {
    Path folder = Path.of("target", "oidc-provider");
    Files.createDirectories(folder);
    for (String name : List.of("package.json", "package-lock.json", "server.mjs")) {
      Files.copy(
          Path.of("src", "test", "oidc-provider", name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assumeTrue(works(folder, "node", "--version"), "Node is missing: apt-get install nodejs npm");
    assumeTrue(
        works(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        "npm could not install oidc-provider: see acceptance/target/oidc-provider/commands.log");
    Path setup = Files.writeString(folder.resolve("setup.json"), setup(clients));
    Process process =
        new ProcessBuilder("node", "server.mjs", setup.getFileName().toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    return new NodeColumn(process, tokenUrl(process));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String tokenUrl(Proof proof) {
    return tokenUrl;
  }

  @Override
  public Optional<String> refusal(Proof proof) {
    if (proof.isForeign()) {
      return Optional.of("takes secrets of ASCII only (RFC 6749, appendix A.2)");
    }
    return proof.isMalformed()
        ? Optional.of("decodes the header (RFC 6749 §2.3.1)")
        : Optional.empty();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static boolean works(Path folder, String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("commands.log").toFile()))
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String tokenUrl(Process process) throws IOException {
    // The stream stays open, so that the server can go on writing.
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length());
      }
    }
    throw new IOException(
        "oidc-provider has ended: see acceptance/target/oidc-provider/server.log");
  }

  private static String setup(List<TestClient> clients) throws Exception {
    Certificates certificates = Certificates.shared();
    Issued own = certificates.issue("localhost");
    StringBuilder list = new StringBuilder();
    for (TestClient client : clients) {
      list.append(list.isEmpty() ? "" : ",\n").append(json(client));
    }
    return """
    {"certificate": %s, "key": %s, "authority": %s, "clients": [%s]}
    """
        .formatted(
            text(own.certificatePem()),
            text(own.keyPem()),
            text(certificates.authorityPem()),
            list);
  }

  private static String json(TestClient client) throws Exception {
    Proof proof = client.proof();
    List<String> members =
        List.of(
            "\"client_id\": " + text(client.id()),
            "\"grant_types\": [\"client_credentials\"], \"redirect_uris\": [], \"response_types\": []",
            "\"token_endpoint_auth_method\": " + text(proof.kind().method()),
            proof.secret().isEmpty() ? "" : "\"client_secret\": " + text(proof.secret()),
            proof.algorithm().isEmpty()
                ? ""
                : "\"token_endpoint_auth_signing_alg\": " + text(proof.algorithm()),
            switch (proof.kind()) {
              case KEY_JWT, OWN_CERTIFICATE -> "\"jwks\": " + client.keys();
              case CERTIFICATE -> "\"tls_client_auth_subject_dn\": " + text(client.subject());
              case SECRET, POSTED_SECRET, SECRET_JWT -> "";
            });
    return members.stream()
        .filter(member -> !member.isEmpty())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String text(String content) {
    return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
