package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Errors of the API and the network (spec: run-and-http §4.13).
final class StatusStageTest {
  private static final Trust NOBODY =
      new Trust() {
        @Override
        public boolean allows(Url address) {
          return false;
        }

        @Override
        public void withheld(Url address) {}
      };

  private final Request request = Requests.get("https://ann:s3cret@api.example.com/orders?page=2");

  @Test
  void quotesTheStartOfTheBody() {
    assertEquals(
        "The API request failed: [404] Client error: `GET"
            + " https://ann:***@api.example.com/orders?page=2` resulted in a `404 Reason`"
            + " response:\n{\"error\":\"no orders\"}",
        error(Responses.of(404, "{\"error\":\"no orders\"}")));
  }

  @Test
  void callsAServerErrorSo() {
    assertEquals(
        "The API request failed: [503] Server error: `POST https://api.example.com/x` resulted in a"
            + " `503 Reason` response:\nlater",
        error(Requests.post("https://api.example.com/x", ""), Responses.of(503, "later"), NOBODY));
  }

  @Test
  void cutsALongBody() {
    String start = "0123456789".repeat(12);
    assertEquals(start + " (truncated...)", quoted(start + "x"));
    assertEquals(start, quoted(start));
  }

  @Test
  void doesNotDivideACharacter() {
    assertEquals("x".repeat(119) + " (truncated...)", quoted("x".repeat(119) + "ž"));
  }

  @Test
  void keepsLineBreaksAndTabs() {
    assertEquals("a\r\n\tb č", quoted("a\r\n\tb č"));
  }

  @Test
  void leavesOutWhatIsEmptyOrNotPrintable() {
    String without =
        "The API request failed: [500] Server error: `GET"
            + " https://ann:***@api.example.com/orders?page=2` resulted in a `500 Reason`"
            + " response";
    assertEquals(without, error(Responses.of(500, "")));
    assertEquals(without, error(Responses.of(500, "a\u0000b")));
    assertEquals(without, error(Responses.of(500, "\u0085")));
    assertEquals(without, error(bytes(500, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void passesWhatIsIgnoredAndWhatIsNoError() {
    assertEquals(404, send(Responses.of(404, "x"), Set.of(404)).status());
    assertEquals(399, send(Responses.of(399, "x"), Set.of()).status());
  }

  @Test
  void makesAnErrorOfAFailure() {
    var failure =
        new NetworkFailure(NetworkFailure.Code.UNKNOWN_HOST, "no host", new IOException());
    var error =
        assertThrows(
            UserError.class,
            () ->
                new StatusStage(Set.of(), NOBODY)
                    .send(
                        request,
                        _ -> {
                          throw failure;
                        }));
    assertEquals("CURL error 6: no host. Check the spelling of the host name.", error.getMessage());
  }

  @Test
  void tellsThatCredentialsWereWithheld() {
    String remedy =
        "The request went to https://api.example.com without credentials, because a response"
            + " named that address. If it may have them, add the origin to"
            + " 'api.http.trustedOrigins'.";
    Request link = request.withPurpose(Request.Purpose.FROM_RESPONSE);
    for (int status : new int[] {401, 403}) {
      assertEquals(remedy, remedy(link, Responses.of(status, "no"), NOBODY));
      assertNotEquals(remedy, remedy(link, Responses.of(status, "no"), Trust.EVERYWHERE));
      assertNotEquals(remedy, remedy(request, Responses.of(status, "no"), NOBODY));
    }
    assertNotEquals(remedy, remedy(link, Responses.of(404, "no"), NOBODY));
    Request redirected = Requests.get("https://first.example.net/");
    assertEquals(remedy, remedy(redirected, Responses.of(401, "no"), NOBODY));
  }

  @Test
  void removesTheBodyItDoesNotPassOn(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("body"), "no");
    Response empty = Responses.of(500, "");
    var response = new Response(500, "", empty.headers(), new Body.InFile(file, 2), empty.url());
    assertEquals(true, error(response).endsWith("no"));
    assertEquals(false, Files.exists(file));
  }

  private String quoted(String body) {
    String error = error(Responses.of(400, body));
    return error.substring(error.indexOf('\n') + 1);
  }

  private String error(Response response) {
    return error(request, response, NOBODY);
  }

  private static String error(Request request, Response response, Trust trust) {
    return problem(request, response, trust).message();
  }

  private static String remedy(Request request, Response response, Trust trust) {
    return problem(request, response, trust).remedy();
  }

  private static Problem problem(Request request, Response response, Trust trust) {
    var stage = new StatusStage(Set.of(), trust);
    return assertThrows(UserError.class, () -> stage.send(request, _ -> response))
        .problems()
        .getFirst();
  }

  private Response send(Response response, Set<Integer> ignored) {
    return new StatusStage(ignored, NOBODY).send(request, _ -> response);
  }

  private static Response bytes(int status, byte[] body) {
    Response empty = Responses.of(status, "");
    return new Response(
        status, empty.reason(), empty.headers(), new Body.InMemory(body), empty.url());
  }
}
