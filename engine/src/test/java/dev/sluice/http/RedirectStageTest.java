package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Redirects (spec: run-and-http §4.10, README G-02, authentication §9.3.6).
final class RedirectStageTest {
  private final List<Request> sent = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "300, GET",
    "301, GET",
    "302, GET",
    "303, GET",
    "304, POST",
    "305, POST",
    "307, POST",
    "308, POST",
    "399, POST"
  })
  void makesAGetOfAPostOrNot(int status, String verb) {
    Request request =
        Requests.post("https://api.example.com/a", "body")
            .withHeaders(Headers.NONE.set("Content-Type", "application/json"));
    follow(request, Responses.with(status, "Location", "/b"));
    Request last = sent.getLast();
    assertEquals(verb, last.verb());
    assertEquals("https://api.example.com/b", last.url().text());
    assertEquals(verb.equals("POST"), last.body().isPresent());
    assertTrue(last.headers().has("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /x                         | https://api.example.com/x
          x?q=1                      | https://api.example.com/v1/x?q=1
          //files.example.com/x      | https://files.example.com/x
          http://other.example.org/ž | http://other.example.org/%C5%BE
          https://b.example.org/#top | https://b.example.org/
          """)
  void resolvesAgainstTheCurrentAddress(String location, String address) {
    Response response =
        follow(
            Requests.get("https://api.example.com/v1/a?page=1"),
            Responses.with(302, "location", location));
    assertEquals(address, sent.getLast().url().text());
    assertEquals(address, response.url().text());
    assertEquals(Request.Purpose.FROM_RESPONSE, sent.getLast().purpose());
  }

  @Test
  void followsFiveAndNotSix() {
    Response[] five = new Response[5];
    for (int i = 0; i < 5; i++) {
      five[i] = Responses.with(302, "Location", "/" + i);
    }
    assertEquals(200, follow(Requests.get("https://api.example.com/"), five).status());
    assertEquals(6, sent.size());

    Response[] six = new Response[6];
    java.util.Arrays.fill(six, Responses.with(302, "Location", "/"));
    var error =
        assertThrows(UserError.class, () -> follow(Requests.get("https://api.example.com/"), six));
    assertEquals("Will not follow more than 5 redirects", error.getMessage());
  }

  @Test
  void refusesOtherSchemes() {
    var error =
        assertThrows(
            UserError.class,
            () ->
                follow(
                    Requests.get("https://api.example.com/"),
                    Responses.with(302, "Location", "ftp://files.example.com/x")));
    assertEquals(
        "The API request failed: [302] Redirect URI, ftp://files.example.com/x, does not use one of"
            + " the allowed redirect protocols: http, https",
        error.getMessage());
  }

  @Test
  void takesARedirectWithoutALocationForAnAnswer() {
    assertEquals(
        304, follow(Requests.get("https://api.example.com/"), Responses.of(304, "")).status());
    assertEquals(1, sent.size());
  }

  @Test
  void leavesTheHostHeaderBehind() {
    Request request =
        Requests.get("https://api.example.com/a")
            .withHeaders(Headers.NONE.set("host", "virtual.example.com").set("Accept", "a"));
    follow(request, Responses.with(307, "Location", "/b"));
    assertFalse(sent.getLast().headers().has("Host"));
    assertTrue(sent.getLast().headers().has("Accept"));
  }

  @Nested
  final class OfALogin {
    private final Request login =
        Requests.post("https://api.example.com/token", "secret").withPurpose(Request.Purpose.LOGIN);

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://login.example.com/token",
          "http://api.example.com/token",
          "https://api.example.com:8443/token"
        })
    void neverGoesToAnotherOrigin(String location) {
      for (int status : new int[] {302, 307}) {
        assertEquals(
            "The token endpoint answered with a redirect to "
                + location
                + ". If this is the right address, write it into the configuration.",
            refused(login, status, location));
      }
      assertEquals(2, sent.size());
    }

    @Test
    void goesOnWithinItsOrigin() {
      follow(login, Responses.with(307, "Location", "/v2/token"));
      assertEquals("POST", sent.getLast().verb());
      assertEquals(Request.Purpose.LOGIN, sent.getLast().purpose());
      follow(login, Responses.with(302, "Location", "/v2/token"));
      assertEquals("GET", sent.getLast().verb());
    }

    @Test
    void withClientCredentialsNeverBecomesAGet() {
      Request token = login.withPurpose(Request.Purpose.CLIENT_CREDENTIALS);
      assertEquals(
          "The token endpoint answered with a redirect to https://api.example.com/v2/token. If this"
              + " is the right address, write it into the configuration.",
          refused(token, 302, "/v2/token"));
      follow(token, Responses.with(308, "Location", "/v2/token"));
      assertEquals("POST", sent.getLast().verb());
      assertEquals(Request.Purpose.CLIENT_CREDENTIALS, sent.getLast().purpose());
    }

    private String refused(Request request, int status, String location) {
      return String.valueOf(
          assertThrows(
                  UserError.class,
                  () -> follow(request, Responses.with(status, "Location", location)))
              .getMessage());
    }
  }

  private Response follow(Request request, Response... redirects) {
    Deque<Response> left = new ArrayDeque<>(List.of(redirects));
    return new RedirectStage()
        .send(
            request,
            hop -> {
              sent.add(hop);
              return left.isEmpty() || left.peek().status() == 200
                  ? Responses.of(200, "{}")
                  : left.remove();
            });
  }
}
