package dev.sluice.http.origin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.AllowedHosts;
import dev.sluice.config.AllowedHostsReader;
import dev.sluice.config.ConfigNode;
import dev.sluice.http.Requests;
import dev.sluice.http.Responses;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The operator's list of hosts (spec: run-and-http §1.13, README G-02).
final class AllowedHostsCheckTest {

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [{"host":"api.example.com"}]                       | https://api.example.com/x       | true
          [{"host":"API.example.com"}]                       | https://api.example.com/x       | true
          [{"host":"api.example.com"}]                       | https://files.example.com/x     | false
          [{"host":"a.org"},{"host":"b.org"}]                | http://b.org:8080/              | true
          [{"host":"a.org","scheme":"https"}]                | http://a.org/                   | false
          [{"host":"a.org","port":443}]                      | https://a.org/                  | true
          [{"host":"a.org","port":8443}]                     | https://a.org/                  | false
          [{"host":"a.org","endpoint":"/v1"}]                | https://a.org/v1                | true
          [{"host":"a.org","endpoint":"/v1/"}]               | https://a.org/v1/orders         | true
          [{"host":"a.org","path":"/v1"}]                    | https://a.org/v1/orders         | true
          [{"host":"a.org","endpoint":"/v1"}]                | https://a.org/v10/orders        | false
          [{"host":"a.org","endpoint":"/v1"}]                | https://a.org/v1/%2E%2e/admin   | false
          [{"host":"a.org","scheme":null,"endpoint":null}]   | https://a.org/x                 | true
          """)
  void checksEachAddressAsked(String list, String url, boolean allowed) throws JsonSyntaxError {
    var check = new AllowedHostsCheck(hosts(list));
    if (allowed) {
      assertDoesNotThrow(() -> check.send(Requests.get(url), _ -> Responses.of(200, "")));
    } else {
      var error =
          assertThrows(
              UserError.class,
              () ->
                  check.send(
                      Requests.get(url),
                      _ -> {
                        throw new AssertionError("asked");
                      }));
      assertEquals(
          "URL \"" + url + "\" is not in the allowed hosts whitelist.", error.getMessage());
    }
  }

  @ParameterizedTest(name = "{0} and {1} + {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [{"host":"a.org"}]                     | https://a.org/v1/      | /orders            | ''
          [{"host":"a.org"}]                     | https://a.org          | https://b.org/x    | ''
          [{"host":"b.org"}]                     | https://a.org          | https://b.org/x    | https://a.org/https://b.org/x?page=1
          [{"host":"a.org","port":443}]          | https://a.org          | orders?q=1         | https://a.org/orders?q=1&page=1
          [{"host":"a.org","port":443}]          | https://a.org:443      | orders             | ''
          [{"host":"10.0.0.5","port":8080}]      | 10.0.0.5:8080/api      | orders             | ''
          [{"host":"10.0.0.5","scheme":"http"}]  | 10.0.0.5:8080/api      | orders             | 10.0.0.5:8080/api/orders?page=1
          [{"host":"a.org","endpoint":"v1"}]     | https://u:p@a.org/v1// | //orders           | ''
          [{"host":"a.org","endpoint":"v1"}]     | https://a.org          | v2                 | https://a.org/v2?page=1
          [{"host":"[::1]","port":80}]           | http://[::1]:80        | x                  | ''
          """)
  void checksJobsAtTheStart(String list, String base, String endpoint, String refused)
      throws JsonSyntaxError {
    var check = new AllowedHostsCheck(hosts(list));
    JsonObject params = JsonObject.of("page", new JsonString("1"));
    if (refused.equals("''")) {
      assertDoesNotThrow(() -> check.checkAtStart(base, endpoint, params));
    } else {
      var error = assertThrows(UserError.class, () -> check.checkAtStart(base, endpoint, params));
      assertEquals(
          "URL \"" + refused + "\" is not in the allowed hosts whitelist.", error.getMessage());
    }
  }

  @Test
  void allowsEverythingWithoutAList() {
    var check = new AllowedHostsCheck(AllowedHosts.ALL);
    assertDoesNotThrow(() -> check.checkAtStart("https://a.org", "x", JsonObject.EMPTY));
    assertEquals(
        200, check.send(Requests.get("https://a.org/"), _ -> Responses.of(200, "")).status());
  }

  private static AllowedHosts hosts(String list) throws JsonSyntaxError {
    return AllowedHostsReader.read(
        ConfigNode.of(new JsonReader().read(list), ConfigPath.ROOT, new Problems()));
  }
}
