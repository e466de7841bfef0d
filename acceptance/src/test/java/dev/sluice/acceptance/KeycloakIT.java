package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.acceptance.servers.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A whole extraction from a real Keycloak: log in as a service account, read all users of a realm.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
  private static final int USERS = 2_500;
  private static final int BATCH = 500;

  /// With pages of five users they take more than a minute.
  private static final int BRIEF_JOBS = 40;

  private static final String SECRET = "kc-secret-4b1f0e7a95";

  @TempDir private Path folder = Path.of("");

  private final KeycloakServer keycloak = KeycloakServer.shared();

  @BeforeAll
  void makeTheRealm() throws Exception {
    keycloak.post(
        "",
        """
        {
          "realm": "shop",
          "enabled": true,
          "clients": [{
            "clientId": "extractor", "secret": "%s", "publicClient": false,
            "serviceAccountsEnabled": true, "standardFlowEnabled": false
          }],
          "users": [{
            "username": "service-account-extractor", "enabled": true, "serviceAccountClientId": "extractor",
            "clientRoles": { "realm-management": ["view-users"] }
          }]
        }
        """
            .formatted(SECRET));
    for (int first = 0; first < USERS; first += BATCH) {
      String users =
          IntStream.range(first, first + BATCH)
              .mapToObj(user ->
                  "{\"username\":\"%s\",\"email\":\"%s@shop.example\",\"enabled\":true}"
                      .formatted(name(user), name(user)))
              .collect(Collectors.joining(","));
      keycloak.post(
          "/shop/partialImport", "{\"ifResourceExists\":\"FAIL\",\"users\":[" + users + "]}");
    }
  }

  enum Login {
    BASIC_AUTH(
        """
        "headers": {
          "Accept": "application/json",
          "Authorization": { "function": "concat", "args": [ "Basic ",
            { "function": "base64_encode", "args": [
              { "function": "concat", "args": [ { "attr": "__CLIENT_ID" }, ":", { "attr": "#__CLIENT_SECRET" } ] } ] } ] }
        },
        "params": { "grant_type": "client_credentials", "scope": "profile email" }
        """),
    POST_FORM(
        """
        "headers": { "Accept": "application/json" },
        "params": { "grant_type": "client_credentials", "scope": "profile email",
          "client_id": { "attr": "__CLIENT_ID" }, "client_secret": { "attr": "#__CLIENT_SECRET" } }
        """);

    private final String members;

    Login(String members) {
      this.members = members;
    }
  }

  @ParameterizedTest
  @EnumSource
  void extractsEveryUserExactlyOnce(Login login) throws Exception {
    writeConfiguration(login, SECRET);
    Launcher.Ended run = Launcher.run(folder);
    assertEquals(0, run.exitCode(), run.all());
    CsvTable users = CsvTable.read(folder.resolve("out/tables/keycloak.users"));
    List<String> expected = IntStream.range(0, USERS).mapToObj(KeycloakIT::name).toList();
    assertEquals(expected, users.column("username").stream().sorted().toList());
    assertEquals(USERS, users.column("id").stream().distinct().count());
    assertTrue(Files.exists(folder.resolve("out/tables/keycloak.users.manifest")));
    assertTrue(Files.exists(folder.resolve("out/state.json")));
    assertFalse(run.all().contains(SECRET), "the secret is in the output");
    assertFalse(run.all().contains("eyJ"), "a token is in the output");
  }

  /// Keycloak answers with `unauthorized_client` where RFC 6749 has `invalid_client`.
  @ParameterizedTest
  @EnumSource
  void saysWhatKeycloakSaysToAWrongSecret(Login login) throws Exception {
    writeConfiguration(login, "wrong-secret-0d7c");
    Launcher.Ended run = Launcher.run(folder);
    assertEquals(1, run.exitCode(), run.all());
    List<String> errors = run.records("ERROR");
    assertEquals(1, errors.size(), run.all());
    assertTrue(
        errors.getFirst().contains("OAuth 2.0 token request failed: unauthorized_client"),
        errors.getFirst());
    assertFalse(run.all().contains("wrong-secret-0d7c"), "the secret is in the output");
  }

  @Test
  void namesTheMissingRoleOfAClient() throws Exception {
    keycloak.post(
        "/shop/clients",
        """
        { "clientId": "stranger", "secret": "%s", "publicClient": false,
          "serviceAccountsEnabled": true, "standardFlowEnabled": false }
        """
            .formatted(SECRET));
    writeConfiguration(Login.BASIC_AUTH, SECRET);
    Path file = folder.resolve("config.json");
    Files.writeString(file, Files.readString(file).replace("\"extractor\"", "\"stranger\""));
    Launcher.Ended run = Launcher.run(folder);
    assertEquals(1, run.exitCode(), run.all());
    assertTrue(
        run.records("ERROR").getFirst().contains("The API request failed: [403]"), run.all());
  }

  /// Tokens of twenty seconds through a run of more than a minute.
  @Test
  void losesNothingWhenTokensExpireAgainAndAgain() throws Exception {
    assumeTrue(Boolean.getBoolean("sluice.long"), "takes more than a minute: ./check --long");
    keycloak.post(
        "/shop/partialImport",
        """
        {"ifResourceExists": "OVERWRITE",
         "clients": [{
           "clientId": "brief", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
           "standardFlowEnabled": false, "attributes": {"access.token.lifespan": "20"}}],
         "users": [{
           "username": "service-account-brief", "enabled": true, "serviceAccountClientId": "brief",
           "clientRoles": {"realm-management": ["view-users"]}}]}
        """
            .formatted(SECRET));
    writeConfiguration(Login.BASIC_AUTH, SECRET);
    Path file = folder.resolve("config.json");
    String jobs =
        IntStream.range(0, BRIEF_JOBS)
            .mapToObj("{\"endpoint\": \"users\", \"dataType\": \"users%d\"}"::formatted)
            .collect(Collectors.joining(", "));
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"extractor\"", "\"brief\"")
            .replace("\"limit\": 300", "\"limit\": 5")
            .replace("{ \"endpoint\": \"users\", \"dataType\": \"users\" }", jobs));

    Launcher.Ended run = Launcher.run(folder);

    assertEquals(0, run.exitCode(), run.all());
    for (int job = 0; job < BRIEF_JOBS; job++) {
      CsvTable users = CsvTable.read(folder.resolve("out/tables/keycloak.users" + job));
      assertEquals(USERS, users.column("id").stream().distinct().count());
      assertEquals(USERS, users.column("id").size());
    }
  }

  private void writeConfiguration(Login login, String secret) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {
          "parameters": {
            "api": {
              "baseUrl": "ORIGIN/admin/realms/shop/",
              "authentication": {
                "type": "login",
                "format": "json",
                "loginRequest": { "endpoint": "TOKEN_URL", "method": "FORM", LOGIN },
                "apiRequest": { "headers": {
                  "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } }
              },
              "pagination": { "method": "offset", "limit": 300, "limitParam": "max", "offsetParam": "first" }
            },
            "config": {
              "__AUTH_METHOD": "oauth2",
              "__CLIENT_ID": "extractor",
              "#__CLIENT_SECRET": "HIDDEN",
              "outputBucket": "keycloak",
              "lossless": true,
              "jobs": [{ "endpoint": "users", "dataType": "users" }]
            }
          }
        }
        """
            .replace("ORIGIN", keycloak.origin())
            .replace("TOKEN_URL", keycloak.tokenUrl("shop"))
            .replace("LOGIN", login.members)
            .replace("HIDDEN", secret));
  }

  private static String name(int user) {
    return "user%05d".formatted(user);
  }
}
