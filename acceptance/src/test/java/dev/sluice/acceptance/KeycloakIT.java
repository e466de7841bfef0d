package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
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

  private final KeycloakServer keycloak;

  KeycloakIT() throws Exception {
    keycloak = KeycloakServer.start(Path.of(System.getProperty("keycloak.home")));
  }

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

  @AfterAll
  void stop() {
    keycloak.close();
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

  /// A way for a client to prove who it is, and the client as Keycloak is to know it.
  enum Proof {
    BASIC_RAW("client_secret_basic", "\"basicEncoding\": \"raw\"", false),
    BASIC_FORM("client_secret_basic", "\"basicEncoding\": \"form\"", true),
    POST("client_secret_post", "", true),
    SECRET_JWT_HS256("client_secret_jwt", "\"signingAlgorithm\": \"HS256\"", true),
    SECRET_JWT_HS512("client_secret_jwt", "\"signingAlgorithm\": \"HS512\"", true),
    KEY_RS256("private_key_jwt", "\"signingAlgorithm\": \"RS256\"", true),
    KEY_PS256("private_key_jwt", "\"signingAlgorithm\": \"PS256\"", true),
    KEY_ES256("private_key_jwt", "", true);

    private final String method;
    private final String more;
    private final boolean worksWithAnAwkwardSecret;

    Proof(String method, String more, boolean worksWithAnAwkwardSecret) {
      this.method = method;
      this.more = more;
      this.worksWithAnAwkwardSecret = worksWithAnAwkwardSecret;
    }

    private boolean isOfKey() {
      return method.equals("private_key_jwt");
    }
  }

  /// With a secret of the characters that only form-encoding carries through a header; signed
  /// proofs take one that is long enough.
  @ParameterizedTest
  @EnumSource
  void letsAClientInByEachMethodOfTheNativeForm(Proof proof) throws Exception {
    String name = "proof-" + proof.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String secret = "a+b%c&d e=ü " + "0123456789abcdef".repeat(4);
    boolean isOnCurve = proof == Proof.KEY_ES256;
    var generator = KeyPairGenerator.getInstance(isOnCurve ? "EC" : "RSA");
    generator.initialize(isOnCurve ? 256 : 2048);
    KeyPair pair = generator.generateKeyPair();
    keycloak.post("/shop/clients", client(name, secret, proof, pair));

    String key =
        proof.isOfKey()
            ? "\"#privateKey\": \"%s\", \"keyId\": \"k1\"".formatted(pem(pair))
            : "\"#clientSecret\": \"%s\"".formatted(secret);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {"baseUrl": "%s/", "authentication": {
            "type": "oauth20.client-credentials", "issuer": "%s/realms/shop", "clientId": "%s",
            "clientAuthentication": "%s", %s %s}},
          "config": {"jobs": [{"endpoint": "users"}]}}}
        """
            .formatted(
                keycloak.origin(),
                keycloak.origin(),
                name,
                proof.method,
                key,
                proof.more.isEmpty() ? "" : ", " + proof.more));
    Launcher.Ended token = Launcher.token(folder);
    assertEquals(proof.worksWithAnAwkwardSecret ? 0 : 1, token.exitCode(), token.all());
    assertFalse(token.all().contains("0123456789abcdef"), "the secret is in the output");
  }

  private static String client(String name, String secret, Proof proof, KeyPair pair) {
    String type =
        switch (proof.method) {
          case "private_key_jwt" -> "client-jwt";
          case "client_secret_jwt" -> "client-secret-jwt";
          default -> "client-secret";
        };
    return """
    {"clientId": "%s", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
     "standardFlowEnabled": false, "clientAuthenticatorType": "%s",
     "attributes": {"use.jwks.string": "true", "jwks.string": "%s"}}
    """
        .formatted(name, secret, type, keys(pair).replace("\"", "\\\""));
  }

  private static String keys(KeyPair pair) {
    return switch (pair.getPublic()) {
      case RSAPublicKey rsa ->
          "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
              .formatted(number(rsa.getModulus(), 256), number(rsa.getPublicExponent(), 3));
      case ECPublicKey ec ->
          "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"k1\",\"use\":\"sig\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}]}"
              .formatted(number(ec.getW().getAffineX(), 32), number(ec.getW().getAffineY(), 32));
      default -> throw new IllegalArgumentException(pair.getPublic().getAlgorithm());
    };
  }

  /// Big-endian, without the byte for the sign, as long as the field is (RFC 7518 §6).
  private static String number(BigInteger value, int bytes) {
    byte[] signed = value.toByteArray();
    byte[] exact = new byte[bytes];
    int length = Math.min(signed.length, bytes);
    System.arraycopy(signed, signed.length - length, exact, bytes - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----"
        .formatted(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
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
