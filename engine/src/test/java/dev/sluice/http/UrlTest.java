package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlTest {

  @Test
  void knowsItsParts() {
    Url url = Requests.url("HTTPS://ann:p%40ss@API.example.com:8443/v1/Orders?page=2#top");
    assertEquals("https", url.scheme());
    assertEquals(Optional.of("ann:p%40ss"), url.userInfo());
    assertEquals("api.example.com", url.host());
    assertEquals(8443, url.port());
    assertEquals("/v1/Orders", url.path());
    assertEquals(Optional.of("page=2"), url.query());
    assertEquals("https://api.example.com:8443", url.origin());
    assertEquals("api.example.com:8443", url.hostHeader());
    assertEquals("/v1/Orders?page=2", url.requestTarget());
    assertEquals("https://api.example.com:8443/v1/Orders?page=2", url.withoutUserInfo().text());
  }

  @Test
  void leavesOutTheUsualPort() {
    Url url = Requests.url("http://api.example.com:80");
    assertEquals("api.example.com", url.hostHeader());
    assertEquals("http://api.example.com:80", url.origin());
    assertEquals("/", url.requestTarget());
    assertEquals("http://api.example.com", url.text());
  }

  @Test
  void masksThePassword() {
    Url url = Requests.url("https://ann:s3cret@api.example.com/");
    assertEquals("https://ann:***@api.example.com/", url.shown());
    assertEquals(url.shown(), url.toString());
    assertEquals(
        "https://ann@api.example.com/", Requests.url("https://ann@api.example.com/").shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://api.example.com/",
        "//api.example.com/",
        "http://",
        "http:///x",
        "orders",
        "https://api.example.com:0/",
        "https://api.example.com:70000/",
        "https://api.exa mple.com/",
        "https://api.example.com:8a/"
      })
  void isAbsoluteOrNothing(String text) {
    assertTrue(Url.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"http:///x", "https://api.example.com:99999/x", "//"})
  void namesAnEndpointThatCantBeRead(String endpoint) {
    Url base = Requests.url("https://api.example.com/");
    var error = assertThrows(UserError.class, () -> base.resolve(endpoint));
    assertEquals("Unable to parse URI: " + endpoint, error.getMessage());
  }

  @Test
  void passesOverSpaceAroundAnAbsoluteAddressOnly() {
    Url base = Requests.url("https://api.example.com/");
    assertEquals("https://next.example.com/", base.resolve(" https://next.example.com/\n").text());
    assertEquals("https://api.example.com/orders%20", base.resolve("orders ").text());
  }

  @Test
  void equalsByItsWholeText() {
    Url url = Requests.url("https://api.example.com/x");
    assertEquals(Requests.url("HTTPS://api.EXAMPLE.com:443/x"), url);
    assertEquals(Requests.url("https://api.example.com/x").hashCode(), url.hashCode());
    assertNotEquals(Requests.url("https://ann@api.example.com/x"), url);
  }
}
