package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginReportTest {
  private static String jwt(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static LoginReport report(RequestType type, String secret, String answer) {
    var form = ClientCredentials.of(type, "app", secret, "ORIGIN/token", List.of("read"));
    ScriptedServer server = ScriptedServer.start().at("/token", Answer.json(answer));
    try (var api =
        new ScriptedApi(server, "{\"parameters\":" + form.writeTo(JsonObject.EMPTY) + "}")) {
      return api.report().orElseThrow();
    }
  }

  @Test
  void showsTheRequestWithoutSecrets() {
    LoginReport report =
        report(RequestType.POST_FORM, "s3", "{\"access_token\":\"short\",\"expires_in\":60}");

    assertTrue(report.request().getFirst().matches("POST http://127.0.0.1:[0-9]+/token"));
    assertTrue(report.request().contains("Accept: application/json"));
    assertEquals(
        "grant_type=client_credentials&scope=read&client_id=app&client_secret=•••",
        report.request().getLast());
    assertEquals(List.of("header Authorization: Bearer •••"), report.additions());
  }

  @Test
  void masksTheHeader() {
    LoginReport report = report(RequestType.BASIC_AUTH, "s3cret", "{\"access_token\":\"short\"}");

    assertTrue(report.request().contains("Authorization: •••"));
    assertFalse(report.toString().contains("s3cret"));
  }

  @Test
  void tellsWhatIsKnownOfTheToken() {
    String token = jwt("{\"sub\":\"app\",\"exp\":1710516645}");
    LoginReport report =
        report(
            RequestType.BASIC_AUTH,
            "s3cret",
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"scope\":\"read\",\"expires_in\":60}"
                .formatted(token));

    assertEquals(200, report.status());
    assertEquals(Optional.of("Bearer"), report.token().type());
    assertEquals(Optional.of("read"), report.token().scope());
    assertEquals(Optional.of(Instant.ofEpochSecond(1710513045 + 60)), report.token().expiry());
    assertEquals(Optional.of(new LoginReport.Size(token.length(), "dXJl")), report.token().size());
    assertEquals(
        Optional.of(JsonNumber.of(1710516645)),
        report.token().claims().flatMap(claims -> claims.find("exp")));
    assertFalse(report.toString().contains(token));
  }

  @Test
  void findsNoClaimsInAnOpaqueToken() {
    assertEquals(Optional.empty(), JwtClaims.of("opaque"));
    assertEquals(Optional.empty(), JwtClaims.of("a.b.c"));
    assertEquals(Optional.empty(), JwtClaims.of("..."));
  }
}
