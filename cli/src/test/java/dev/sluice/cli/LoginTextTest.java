package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.auth.LoginReport;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginTextTest {
  private static final Instant NOW = Instant.parse("2024-05-01T10:00:00Z");
  private static final LoginReport.Shown NOTHING_KNOWN =
      new LoginReport.Shown(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void showsTheRequestTheAnswerTheTokenAndWhatTheApiGets() {
    var token =
        new LoginReport.Shown(
            Optional.of("Bearer"),
            Optional.of("orders:read"),
            Optional.of(Instant.parse("2024-05-01T10:05:00.750Z")),
            Optional.of(new LoginReport.Size(287, "VNu8")),
            Optional.of(
                JsonObject.builder()
                    .put("sub", "ada")
                    .put("exp", JsonNumber.of(1714557900))
                    .put("jti", JsonNumber.of(7))
                    .build()));

    assertEquals(
        """
        Request
          POST https://id.example.com/token
          Authorization: •••

          grant_type=client_credentials
        Answer
          status      200 after 87 ms
          token type  Bearer
          scope       orders:read
          expiry      2024-05-01T10:05:00Z, in 5 min 00 s
          token       287 characters, ending in …VNu8
        The token says (a JWT; its signature is not checked)
          sub = "ada"
          exp = 1714557900  (2024-05-01T10:05:00Z)
          jti = 7
        Requests to the API get
          header Authorization: Bearer •••
        """,
        text(token));
  }

  @Test
  void saysWhatTheAnswerDidNotTell() {
    assertEquals(
        """
        Request
          POST https://id.example.com/token
          Authorization: •••

          grant_type=client_credentials
        Answer
          status      200 after 87 ms
          token type  not given
          scope       not given: what was asked for
          expiry      not given
        Requests to the API get
          header Authorization: Bearer •••
        """,
        text(NOTHING_KNOWN));
  }

  @Test
  void saysThatThereIsNothingToLogInto() {
    assertEquals(List.of(LoginText.NO_LOGIN), LoginText.of(List.of(), Style.PLAIN, NOW));
  }

  private static String text(LoginReport.Shown token) {
    var report =
        new LoginReport(
            List.of(
                "POST https://id.example.com/token",
                "Authorization: •••",
                "",
                "grant_type=client_credentials"),
            200,
            Duration.ofMillis(87),
            Optional.empty(),
            token,
            List.of("header Authorization: Bearer •••"));
    return String.join("\n", LoginText.of(List.of(report), Style.PLAIN, NOW)) + "\n";
  }
}
