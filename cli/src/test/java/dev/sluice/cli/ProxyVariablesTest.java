package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest.Proxies;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProxyVariablesTest {
  @Test
  void readsOneProxyForEachScheme() {
    assertEquals(
        new Proxies(
            Map.of(
                "http", URI.create("http://proxy.example.com:3128"),
                "https", URI.create("http://secure.example.com:3129")),
            List.of("example.org", ".example.org", "10.0.0.1", ".10.0.0.1")),
        read(
            Map.of(
                "http_proxy", "http://proxy.example.com:3128",
                "HTTPS_PROXY", "secure.example.com:3129",
                "NO_PROXY", ".example.org, 10.0.0.1")));
  }

  @Test
  void fallsBackToTheProxyForAll() {
    URI proxy = URI.create("http://proxy.example.com:3128");

    assertEquals(
        new Proxies(Map.of("http", proxy, "https", proxy), List.of()),
        read(Map.of("ALL_PROXY", proxy.toString())));
  }

  @Test
  void ignoresWhatAWebServerCouldHaveSet() {
    assertEquals(Proxies.NONE, read(Map.of("HTTP_PROXY", "http://evil.example.com")));
  }

  @Test
  void usesNoProxyAtAllWhenAllHostsAreExcepted() {
    assertEquals(Proxies.NONE, read(Map.of("all_proxy", "http://p.example.com", "no_proxy", "*")));
  }

  @Test
  void doesNotRepeatAnUnusableAddress() {
    UserError error =
        assertThrows(UserError.class, () -> read(Map.of("https_proxy", "http://user:pass word@p")));

    assertFalse(error.problems().getFirst().text().contains("pass"));
  }

  private static Proxies read(Map<String, String> environment) {
    return ProxyVariables.read(RecordingShell.piped(environment).shell());
  }
}
