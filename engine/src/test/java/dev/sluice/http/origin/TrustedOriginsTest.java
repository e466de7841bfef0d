package dev.sluice.http.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where credentials may go (spec: README G-02).
final class TrustedOriginsTest {

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://api.example.com        | https://api.example.com/next      | true
          https://api.example.com        | https://files.example.com/x       | true
          https://api.example.com        | https://example.com/x             | true
          https://api.example.com        | https://a.b.c.example.com/x       | true
          https://api.example.com        | https://api.example.com.evil.org/ | false
          https://api.example.com        | https://badexample.com/           | false
          https://api.example.com        | https://other.example.org/        | false
          https://api.example.com        | http://api.example.com/           | false
          https://api.example.com        | http://files.example.com/         | false
          http://api.example.com         | https://files.example.com/        | true
          http://api.example.com         | http://files.example.com/         | true
          http://api.example.com:8080    | https://api.example.com/          | true
          https://api.example.com:8443   | https://files.example.com:8443/   | true
          https://api.example.com:8443   | https://files.example.com/        | true
          https://api.example.com:8443   | https://files.example.com:9443/   | false
          https://api.example.com        | https://api.example.com:8443/     | false
          https://shop.co.uk             | https://files.shop.co.uk/         | true
          https://shop.co.uk             | https://other.co.uk/              | false
          https://co.uk                  | https://co.uk/x                   | true
          https://ada.github.io          | https://grace.github.io/          | false
          https://ada.github.io          | https://x.ada.github.io/          | true
          https://one.s3.amazonaws.com   | https://two.s3.amazonaws.com/     | false
          https://api.intranet.corp      | https://files.intranet.corp/      | true
          https://api.xn--bcher-kva.example | https://xn--bcher-kva.example/ | true
          http://127.0.0.1:8080          | http://127.0.0.1:8080/next        | true
          http://127.0.0.1:8080          | http://127.0.0.1:8081/next        | false
          http://10.0.0.1                | http://20.0.0.1/                  | false
          http://10.0.0.1                | https://10.0.0.1/                 | false
          http://[::1]:8080              | http://[::1]:8080/x               | true
          http://[::1]:8080              | http://[::1]/x                    | false
          http://localhost:8080          | http://localhost:8080/x           | true
          http://localhost:8080          | http://localhost/x                | false
          http://localhost:8080          | https://localhost/x               | false
          """)
  void goesByTheSite(String configured, String address, boolean trusted) {
    var origins = new TrustedOrigins(List.of(Requests.url(configured)), List.of(), Events.NONE);
    assertEquals(trusted, origins.allows(Requests.url(address)));
  }

  @ParameterizedTest(name = "{0} covers {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://files.example.org      | https://files.example.org/x       | true
          https://files.example.org/     | https://files.example.org/x       | true
          HTTPS://Files.Example.org:443  | https://files.example.org/x       | true
          https://files.example.org      | http://files.example.org/x        | false
          https://files.example.org      | https://files.example.org:8443/x  | false
          https://files.example.org      | https://other.example.org/x       | false
          https://*.example.org          | https://files.example.org/x       | true
          https://*.example.org          | https://a.b.example.org/x         | true
          https://*.example.org          | https://example.org/x             | false
          https://*.example.org          | https://badexample.org/x          | false
          https://*.example.org          | http://files.example.org/x        | false
          https://*.example.org:8443     | https://files.example.org:8443/x  | true
          https://*.example.org:8443     | https://files.example.org/x       | false
          """)
  void goesByTheList(String listed, String address, boolean trusted) {
    var origins =
        new TrustedOrigins(
            List.of(Requests.url("https://api.example.com/")), List.of(listed), Events.NONE);
    assertEquals(trusted, origins.allows(Requests.url(address)));
  }

  @Test
  void warnsOncePerOrigin() {
    var events = new RecordedEvents();
    var origins = new TrustedOrigins(List.of(), List.of(), events);
    origins.withheld(Requests.url("https://files.example.org/a?token=s3cret"));
    origins.withheld(Requests.url("https://files.example.org/b"));
    origins.withheld(Requests.url("https://other.example.org/"));
    assertEquals(
        List.of(
            "Requests to https://files.example.org go without credentials, because a response"
                + " named that address. If it may have them, add it to"
                + " 'api.http.trustedOrigins'.",
            "Requests to https://other.example.org go without credentials, because a response"
                + " named that address. If it may have them, add it to"
                + " 'api.http.trustedOrigins'."),
        events.messages(Level.WARNING));
  }
}
