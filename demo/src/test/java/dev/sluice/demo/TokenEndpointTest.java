package dev.sluice.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.testkit.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenEndpointTest {
  private static final String GRANT = "grant_type=client_credentials";

  private final Demo demo;
  private final DemoClient client;

  TokenEndpointTest() throws Exception {
    demo = Demo.start();
    client = new DemoClient(demo);
  }

  @AfterAll
  void close() {
    client.close();
    demo.close();
  }

  @Test
  void issuesATokenToAClientThatUsesBasicAuthentication() throws Exception {
    var response = byBasic(GRANT + "&scope=orders%3Aread");
    assertEquals(200, response.statusCode());
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    Object body = Json.read(response.body());
    assertEquals("Bearer", Json.at(body, "token_type"));
    assertEquals(new BigDecimal("3E+2"), Json.at(body, "expires_in"));
    assertEquals("orders:read", Json.at(body, "scope"));
  }

  @Test
  void issuesATokenToAClientThatPostsItsSecret() throws Exception {
    assertEquals(200, client.token(GRANT + posted()).statusCode());
  }

  @Test
  void grantsAllScopesWhenNoneIsAskedFor() throws Exception {
    for (String scope : new String[] {"", "&scope="}) {
      Object body = Json.read(byBasic(GRANT + scope).body());
      assertEquals("customers:read orders:read", Json.at(body, "scope"));
    }
  }

  @Test
  void issuesSignedTokensThatTellTheirEnd() throws Exception {
    String token = client.accessToken("orders:read");
    String[] parts = token.split("\\.", -1);
    assertEquals(3, parts.length);
    Object claims =
        Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    long issued = ((BigDecimal) Json.at(claims, "iat")).longValueExact();
    long end = ((BigDecimal) Json.at(claims, "exp")).longValueExact();
    assertEquals(300, end - issued);
    assertEquals("orders:read", Json.at(claims, "scope"));
    assertNotEquals(token, client.accessToken("orders:read"));
  }

  @Test
  void refusesAWrongSecretWithAChallenge() throws Exception {
    var response = client.tokenByBasic(demo.clientId(), "wrong", GRANT);
    assertError(401, "invalid_client", response);
    assertEquals(
        "Basic realm=\"demo\"", response.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  @Test
  void refusesAnUnknownClientAWrongPostedSecretAndNoAuthentication() throws Exception {
    assertError(401, "invalid_client", client.tokenByBasic("ada", demo.clientSecret(), GRANT));
    assertError(
        401,
        "invalid_client",
        client.token(GRANT + "&client_id=" + demo.clientId() + "&client_secret=wrong"));
    assertError(401, "invalid_client", client.token(GRANT));
    assertError(401, "invalid_client", client.token(GRANT, "Authorization", "Basic ???"));
    assertError(401, "invalid_client", client.token(GRANT, "Authorization", "Bearer x"));
  }

  @Test
  void refusesTwoWaysOfAuthenticationAtOnce() throws Exception {
    assertError(400, "invalid_request", byBasic(GRANT + posted()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders:write", "orders:read orders:write", "ORDERS:READ"})
  void refusesAScopeThatTheClientMayNotHave(String scope) throws Exception {
    assertError(400, "invalid_scope", byBasic(GRANT + "&scope=" + scope.replace(' ', '+')));
  }

  @Test
  void refusesOtherGrantsAndRequestsWithoutOne() throws Exception {
    assertError(400, "unsupported_grant_type", byBasic("grant_type=password"));
    assertError(400, "invalid_request", byBasic("scope=orders%3Aread"));
  }

  @Test
  void refusesRepeatedParametersAndBodiesThatAreNoForm() throws Exception {
    assertError(400, "invalid_request", byBasic(GRANT + "&" + GRANT));
    assertError(400, "invalid_request", byBasic(GRANT + "&scope=%zz"));
    var json =
        HttpRequest.newBuilder(URI.create(demo.tokenUrl()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertError(400, "invalid_request", client.send(json));
  }

  @Test
  void takesPostOnly() throws Exception {
    var response = client.send(HttpRequest.newBuilder(URI.create(demo.tokenUrl())).build());
    assertError(405, "invalid_request", response);
    assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
  }

  private HttpResponse<String> byBasic(String form) throws Exception {
    return client.tokenByBasic(demo.clientId(), demo.clientSecret(), form);
  }

  private String posted() {
    return "&client_id=" + demo.clientId() + "&client_secret=" + demo.clientSecret();
  }

  private static void assertError(int status, String error, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(error, Json.at(Json.read(response.body()), "error"));
  }
}
