package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.http.ApiRequest.Source;
import dev.sluice.http.Url;
import dev.sluice.json.JsonString;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a child's request goes, and who decided on it (spec: jobs-and-paging §5.3, README G-02).
final class EndpointTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders/{x}                     | 7                          | orders/7                          | CONFIGURED
          {x}                            | orders/7                   | orders/7                          | CONFIGURED
          {x}                            | /v2/orders                 | /v2/orders                        | CONFIGURED
          {x}                            | https://evil.example/a     | https://evil.example/a            | RESPONSE
          {x}                            | HTTP://evil.example        | HTTP://evil.example               | RESPONSE
          {x}                            | //evil.example/a           | //evil.example/a                  | RESPONSE
          /{x}                           | /evil.example/a            | //evil.example/a                  | RESPONSE
          {x}://api.example.net/a        | http                       | http://api.example.net/a          | RESPONSE
          https://{x}.example.net/a      | evil.example/             | https://evil.example/.example.net/a | RESPONSE
          https://api.example.net{x}     | @evil.example              | https://api.example.net@evil.example | RESPONSE
          https://api.example.net:{x}/a  | 8443                       | https://api.example.net:8443/a    | RESPONSE
          https://api.example.net/{x}    | https://evil.example/      | https://api.example.net/https://evil.example/ | CONFIGURED
          https://api.example.net?q={x}  | 1                          | https://api.example.net?q=1       | CONFIGURED
          //api.example.net/{x}          | 1                          | //api.example.net/1               | CONFIGURED
          orders/{x}/{y}/{x}             | {y}                        | orders/{y}/{y}/{y}                | CONFIGURED
          """)
  void knowsWhetherARowHadASayInTheHost(
      String configured, String value, String expected, Source source) {
    var filled = List.of(new Lineage.Filled("x", "x", new JsonString(value)));
    assertEquals(new Endpoint(expected, source), EndpointTemplate.fill(configured, filled));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00a0", "\u2003", "\u3000"})
  void isNotDeceivedByBlanksBeforeAnAddress(String blank) {
    var filled =
        List.of(new Lineage.Filled("x", "x", new JsonString(blank + "http://evil.example/x")));
    Endpoint endpoint = EndpointTemplate.fill("{x}", filled);
    boolean leavesTheBase =
        !Url.parse("https://api.example.net/")
            .orElseThrow()
            .resolve(endpoint.text())
            .host()
            .equals("api.example.net");
    assertEquals(leavesTheBase, endpoint.source() == Source.RESPONSE);
  }
}
