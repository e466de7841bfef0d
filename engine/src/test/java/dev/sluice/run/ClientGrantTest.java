package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import dev.sluice.testkit.TlsListeners;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `oauth20.client-credentials` from the configuration to the wire.
final class ClientGrantTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_710_513_045);
  private static final String AWKWARD = "a+b%c&d e=ü:\"x";
  private static final String LONG_SECRET = "a secret of more than thirty-two bytes";

  @TempDir private Path folder;

  private final RecordedEvents events = new RecordedEvents();
  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raw  | my shop:a+b%c&d e=ü:\"x",
        "form | my+shop:a%2Bb%25c%26d+e%3D%C3%BC%3A%22x",
      })
  void sendsIdAndSecretInTheHeaderInTheEncodingAskedFor(String encoding, String sent)
      throws IOException {
    run(
        """
        "clientId": "my shop", "#clientSecret": %s, "basicEncoding": "%s", "scopes": ["read", "write"]
        """
            .formatted(quoted(AWKWARD), encoding));

    Received login = login();
    assertEquals("POST /token", login.what());
    assertEquals(
        "Basic " + Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8)),
        login.header("Authorization").orElseThrow());
    assertEquals("grant_type=client_credentials&scope=read+write", login.text());
    assertEquals("Bearer t1", api().header("Authorization").orElseThrow());
  }

  @Test
  void sendsIdAndSecretInTheForm() throws IOException {
    run(
        """
        "clientId": {"attr": "id"}, "#clientSecret": {"attr": "#secret"},
        "clientAuthentication": "client_secret_post"
        """);

    assertEquals(
        "grant_type=client_credentials&client_id=my+shop&client_secret=a%2Bb%25c%26d+e%3D%C3%BC%3A%22x",
        login().text());
    assertEquals(Optional.empty(), login().header("Authorization"));
  }

  @Test
  void sendsAudienceResourcesAndWhateverElseIsAskedFor() throws IOException {
    run(
        """
        "clientId": "shop", "#clientSecret": "s", "audience": "https://api.example.com",
        "resource": ["https://a.example.com/x", "https://b.example.com"],
        "params": {"tenant": {"attr": "id"}}, "headers": {"X-Tenant": "north"}
        """);

    assertEquals(
        "grant_type=client_credentials&audience=https%3A%2F%2Fapi.example.com&tenant=my+shop"
            + "&resource=https%3A%2F%2Fa.example.com%2Fx&resource=https%3A%2F%2Fb.example.com",
        login().text());
    assertEquals("north", login().header("X-Tenant").orElseThrow());
  }

  @Test
  void signsWithTheSecret() throws Exception {
    run(
        """
        "clientId": "shop", "#clientSecret": "%s", "clientAuthentication": "client_secret_jwt",
        "signingAlgorithm": "HS256"
        """
            .formatted(LONG_SECRET));

    SignedJWT assertion = assertion();
    assertTrue(assertion.verify(new MACVerifier(LONG_SECRET)));
    assertEquals("shop", assertion.getJWTClaimsSet().getIssuer());
    assertEquals("shop", assertion.getJWTClaimsSet().getSubject());
    assertEquals(List.of(server.url("/token")), assertion.getJWTClaimsSet().getAudience());
    assertEquals(NOW, assertion.getJWTClaimsSet().getIssueTime().toInstant());
    assertEquals(NOW.plusSeconds(60), assertion.getJWTClaimsSet().getExpirationTime().toInstant());
    assertFalse(assertion.getJWTClaimsSet().getJWTID().isEmpty());
    assertEquals("shop", form().get("client_id"));
    assertEquals(
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        form().get("client_assertion_type"));
    assertFalse(events.all().toString().contains(LONG_SECRET));
    assertFalse(events.all().toString().contains(assertion.serialize()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", ""})
  void signsWithAnRsaKey(String algorithm) throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("from the key").generate();

    runWithKey(pem("PRIVATE KEY", key.toRSAPrivateKey().getEncoded()), algorithm);

    SignedJWT assertion = assertion();
    assertTrue(assertion.verify(new RSASSAVerifier(key.toRSAPublicKey())));
    assertEquals(
        algorithm.isEmpty() ? "RS256" : algorithm, assertion.getHeader().getAlgorithm().getName());
    assertEquals("k1", assertion.getHeader().getKeyID());
  }

  @ParameterizedTest
  @CsvSource({"P-256, ES256", "P-384, ES384", "P-521, ES512"})
  void signsWithAKeyOnACurve(String curve, String algorithm) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.parse(curve)).generate();

    runWithKey(pem("PRIVATE KEY", key.toECPrivateKey().getEncoded()), "");

    assertEquals(algorithm, assertion().getHeader().getAlgorithm().getName());
    assertTrue(assertion().verify(new ECDSAVerifier(key.toECPublicKey())));
  }

  @Test
  void takesAKeyInTheOldFormOrAsJwk() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("from the key").generate();
    byte[] pkcs8 = key.toRSAPrivateKey().getEncoded();
    // The content of the octet string, behind version and algorithm, is the old form.
    byte[] pkcs1 = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    runWithKey(pem("RSA PRIVATE KEY", pkcs1), "");
    assertTrue(assertion().verify(new RSASSAVerifier(key.toRSAPublicKey())));

    run(
        """
        "clientId": "shop", "#privateKey": %s, "clientAuthentication": "private_key_jwt"
        """
            .formatted(quoted(key.toJSONString())));
    assertEquals("from the key", assertion().getHeader().getKeyID());
    assertTrue(assertion().verify(new RSASSAVerifier(key.toRSAPublicKey())));
  }

  @Test
  void namesTheCertificateOfTheKey() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    run(
        """
        "clientId": "shop", "clientAuthentication": "private_key_jwt", "#privateKey": %s,
        "certificate": %s, "assertionAudience": "https://id.example.com"
        """
            .formatted(
                quoted(pem("PRIVATE KEY", key.toRSAPrivateKey().getEncoded())),
                quoted(TlsListeners.pem("authority.pem"))));
    assertEquals(43, assertion().getHeader().getX509CertSHA256Thumbprint().toString().length());
    assertEquals(List.of("https://id.example.com"), assertion().getJWTClaimsSet().getAudience());
  }

  @Test
  void makesANewAssertionForEachLogin() throws Exception {
    server.at("/orders", Answer.status(401), Answer.json("[{\"id\":1}]"));
    run(
        """
        "clientId": "shop", "#clientSecret": "%s", "clientAuthentication": "client_secret_jwt"
        """
            .formatted(LONG_SECRET));
    List<Received> logins = logins();
    assertEquals(2, logins.size());
    assertNotEquals(logins.getFirst().text(), logins.getLast().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"header\": \"X-Token\", \"scheme\": \"\"}  | GET /orders              | X-Token: t1",
        "{\"scheme\": \"Token\"}                      | GET /orders              | Authorization: Token t1",
        "{\"query\": \"access_token\"}                | GET /orders?access_token=t1 | ",
      })
  void putsTheTokenWhereTheApiWantsIt(String token, String request, String header)
      throws IOException {
    run("\"clientId\": \"shop\", \"#clientSecret\": \"s\", \"token\": " + token);
    assertEquals(request, api().what());
    assertTrue(header == null || api().headers().contains(header), api().headers()::toString);
  }

  @Test
  void findsTheTokenEndpointByTheIssuer() throws IOException {
    server.at("/.well-known/oauth-authorization-server/realms/a", Answer.status(404));
    server.at(
        "/realms/a/.well-known/openid-configuration",
        Answer.json(
            "{\"issuer\":\"%s\",\"token_endpoint\":\"%s\"}"
                .formatted(server.url("/realms/a"), server.url("/token"))));
    runWith(
        "\"issuer\": \"%s\", \"clientId\": \"shop\", \"#clientSecret\": \"s\""
            .formatted(server.url("/realms/a")));
    assertEquals(
        List.of(
            "GET /.well-known/oauth-authorization-server/realms/a",
            "GET /realms/a/.well-known/openid-configuration",
            "POST /token",
            "GET /orders"),
        server.requests());
    assertEquals(Optional.empty(), server.received().getFirst().header("Authorization"));
  }

  @Test
  void refusesTheMetadataOfAnotherIssuer() throws IOException {
    server.at(
        "/.well-known/oauth-authorization-server",
        Answer.json(
            "{\"issuer\":\"https://evil.example.com\",\"token_endpoint\":\"https://evil.example.com/\"}"));
    Problem problem =
        error(
            "\"issuer\": \"%s\", \"clientId\": \"shop\", \"#clientSecret\": \"s\""
                .formatted(server.origin()));
    assertTrue(problem.message().contains("is that of the issuer 'https://evil.example.com'"));
    assertEquals("parameters.api.authentication.issuer", problem.path().orElseThrow().text());
  }

  @Test
  void saysWhereItLookedForTheTokenEndpoint() throws IOException {
    server.otherwise(_ -> Answer.status(404));
    Problem problem =
        error(
            "\"issuer\": \"%s\", \"clientId\": \"shop\", \"#clientSecret\": \"s\""
                .formatted(server.origin()));
    assertTrue(
        problem.message().contains("/.well-known/oauth-authorization-server: "), problem.message());
    assertTrue(problem.message().contains("/.well-known/openid-configuration: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid_client | clientAuthentication | Check 'clientId' and '#clientSecret'. If they are right, try 'client_secret_post' or \"basicEncoding\": \"form\".",
        "invalid_scope  | scopes | Check 'scopes': the server does not know one of them, or this client may not have it.",
        "unsupported_grant_type | tokenUrl | Check 'tokenUrl': this address does not offer the client-credentials grant.",
      })
  void explainsARefusal(String code, String key, String remedy) throws IOException {
    server.at("/token", Answer.json(400, "{\"error\":\"" + code + "\"}"));
    Problem problem = error(tokenUrl() + "\"clientId\": \"shop\", \"#clientSecret\": \"s3cret\"");
    assertTrue(
        problem.message().startsWith("OAuth 2.0 token request failed: " + code), problem.message());
    assertEquals("parameters.api.authentication." + key, problem.path().orElseThrow().text());
    assertEquals(remedy, problem.remedy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "clientId":"a","#clientSecret":"s" | tokenUrl | The token endpoint is missing.
          "tokenUrl":"https://a.org/t","#clientSecret":"s" | clientId | 'clientId' is missing.
          "tokenUrl":"https://a.org/t","clientId":"a" | #clientSecret | '#clientSecret' is missing.
          "tokenUrl":"https://a.org/t","clientId":{"attr":"x"},"#clientSecret":"s" | clientId | attr 'x' not found!
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","clientAuthentication":"none" | clientAuthentication | Unknown client authentication 'none'.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","basicEncoding":"utf" | basicEncoding | 'basicEncoding' must be either 'raw' or 'form'.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","clientAuthentication":"client_secret_post","basicEncoding":"form" | basicEncoding | 'basicEncoding' is for 'client_secret_basic' only.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","signingAlgorithm":"RS256" | signingAlgorithm | The signing algorithm 'RS256' does not go with the client authentication.
          "tokenUrl":"https://a.org/t","clientId":"a","clientAuthentication":"private_key_jwt" | #privateKey | '#privateKey' is missing.
          "tokenUrl":"https://a.org/t","clientId":"a","clientAuthentication":"tls_client_auth" | clientAuthentication | The client authentication 'tls_client_auth' needs a certificate.
          "tokenUrl":"https://a.org/t","issuer":"https://a.org","clientId":"a","#clientSecret":"s" | tokenUrl | Both 'tokenUrl' and 'issuer' are set.
          "tokenUrl":"a.org","clientId":"a","#clientSecret":"s" | tokenUrl | The address must begin with https:// and a host.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","scopes":["a b"] | scopes[0] | 'scopes' must be a list of texts without spaces.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","params":{"scope":"x"} | params.scope | The parameter 'scope' is written by itself.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"s","token":{"query":"t","header":"X"} | token | The token goes into the query or into a header.
          "tokenUrl":"https://a.org/t","clientId":"a","#clientSecret":"tiny","clientAuthentication":"client_secret_jwt" | #clientSecret | The client secret can't sign with HS256: it is too short.
          "tokenUrl":"https://a.org/t","clientId":"a","#privateKey":"no key","clientAuthentication":"private_key_jwt" | #privateKey | Cannot use the private key of the client: it is damaged or of an unknown kind.
          """)
  void saysWhatIsWrongBeforeAnythingIsSent(String section, String key, String message)
      throws IOException {
    Problem problem = error(section);
    assertEquals(message, problem.message());
    assertEquals("parameters.api.authentication." + key, problem.path().orElseThrow().text());
    assertEquals(List.of(), server.requests());
  }

  private void runWithKey(String key, String algorithm) throws IOException {
    run(
        """
        "clientId": "shop", "clientAuthentication": "private_key_jwt", "#privateKey": %s,
        "keyId": "k1", "signingAlgorithm": "%s"
        """
            .formatted(quoted(key), algorithm));
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), label);
  }

  private static String quoted(String text) {
    return JsonWriter.compact(new JsonString(text));
  }

  private void run(String section) throws IOException {
    runWith(tokenUrl() + section);
  }

  private String tokenUrl() {
    return "\"tokenUrl\": \"" + server.url("/token") + "\", ";
  }

  private void runWith(String section) throws IOException {
    int before = logins().size();
    server.otherwise(request ->
        request.path().equals("/token")
            ? Answer.json("{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"expires_in\":60}")
            : Answer.json("[{\"id\":1}]"));
    write(section);
    Sluice.run(new RunRequest(folder, Optional.empty(), () -> NOW, ProxySettings.NONE, events));
    assertTrue(logins().size() > before);
  }

  private Problem error(String section) throws IOException {
    write(section);
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                Sluice.run(
                    new RunRequest(
                        folder, Optional.empty(), () -> NOW, ProxySettings.NONE, events)));
    assertEquals(1, error.problems().size(), error.problems()::toString);
    return error.problems().getFirst();
  }

  private void write(String section) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {"baseUrl": "%s/", "authentication": {"type": "oauth20.client-credentials", %s}},
          "config": {"id": "my shop", "#secret": %s, "jobs": [{"endpoint": "orders"}]}}}
        """
            .formatted(server.origin(), section, quoted(AWKWARD)));
  }

  private List<Received> logins() {
    return server.received().stream().filter(one -> one.path().equals("/token")).toList();
  }

  private Received login() {
    return logins().getLast();
  }

  private Received api() {
    return server.received().stream()
        .filter(one -> one.path().equals("/orders"))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : login().text().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private SignedJWT assertion() throws ParseException, JOSEException {
    return SignedJWT.parse(form().get("client_assertion"));
  }
}
