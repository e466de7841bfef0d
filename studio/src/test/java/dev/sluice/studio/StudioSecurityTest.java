package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import dev.sluice.studio.PageOfStudio.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may use the studio (spec: studio §4.5, §4.11 no. 10).
final class StudioSecurityTest {
  @TempDir private Path folder;
  private PageOfStudio page;

  @BeforeEach
  void start() {
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void everyAddressIsRefusedWithoutTheToken() {
    List<String> addresses = page.studio().apiAddresses();
    assertTrue(addresses.size() > 7, addresses::toString);
    for (String address : addresses) {
      assertEquals(401, send(address, Map.of()).status(), address);
      assertEquals(401, send(address, Map.of("X-Sluice-Token", "x")).status(), address);
    }
  }

  @Test
  void everyAddressIsRefusedUnderAForeignName() {
    String port = page.host().split(":", -1)[1];
    for (String address : page.studio().apiAddresses()) {
      for (String host : List.of("evil.example:" + port, "127.0.0.1", "192.168.0.1:" + port)) {
        assertEquals(421, send(address, tokenAnd("Host", host)).status(), address + " " + host);
      }
    }
    assertEquals(421, page.send("GET", "/", Map.of("Host", "evil.example"), "").status());
  }

  @Test
  void everyAddressIsRefusedToForeignPages() {
    for (String address : page.studio().apiAddresses()) {
      for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
        assertEquals(403, send(address, tokenAnd("Origin", origin)).status(), address);
      }
      assertEquals(403, send(address, tokenAnd("Sec-Fetch-Site", "cross-site")).status(), address);
      assertEquals(403, send(address, tokenAnd("Sec-Fetch-Site", "same-site")).status(), address);
    }
  }

  @Test
  void theOwnPageIsLetThrough() {
    Map<String, String> headers = tokenAnd("Origin", "http://" + page.host());
    headers.put("Sec-Fetch-Site", "same-origin");
    assertEquals(200, page.send("GET", "/api/config", headers, "").status());
    String port = page.host().split(":", -1)[1];
    assertEquals(200, send("GET /api/config", tokenAnd("Host", "localhost:" + port)).status());
  }

  @Test
  void aLaunchAddressWorksOnceAndOnlyTheLatest() {
    String first = code(page.studio().newLaunchAddress());
    String second = code(page.studio().newLaunchAddress());
    assertEquals("launch_code_used", launch(first).at("/error/code"));
    assertEquals(page.token(), launch(second).at("/token"));
    assertEquals(401, launch(second).status());
    assertEquals(401, launch("").status());
  }

  @Test
  void theCodeStandsInTheFragmentWhichIsNeverSent() {
    assertTrue(
        page.studio().newLaunchAddress().matches("http://127\\.0\\.0\\.1:\\d+/#launch=\\S+"));
  }

  @Test
  void everyAnswerForbidsWhatThePageDoesNotNeed() {
    for (Answer answer : List.of(page.send("GET", "/", Map.of(), ""), page.get("/api/config"))) {
      assertTrue(
          answer.head().contains("Content-Security-Policy: default-src 'self'"), answer.head());
      assertTrue(answer.head().contains("frame-ancestors 'none'"), answer.head());
      assertTrue(answer.head().contains("X-Content-Type-Options: nosniff"), answer.head());
      assertFalse(answer.head().contains("Server:"), answer.head());
    }
    assertTrue(page.get("/api/config").head().contains("Cache-Control: no-store"));
  }

  @Test
  void onlyFilesOfThePageAreServed() {
    for (String path :
        List.of(
            "/nothing",
            "/../Studio.class",
            "/%2e%2e/Studio.class",
            "/package-info.class",
            "//etc/passwd",
            "/a/../../x")) {
      int status = page.send("GET", path, Map.of(), "").status();
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
    assertEquals(405, page.send("POST", "/", Map.of(), "").status());
  }

  @Test
  void aTicketIsGoodForOneDownloadOfItsPath() {
    assertEquals(400, page.post("/api/tickets", path("/api/config")).status());
    String href = page.post("/api/tickets", path("/api/runs/1/out.zip")).at("/href");
    String ticket = href.substring(href.indexOf('?'));
    assertEquals(401, page.send("GET", "/api/config" + ticket, Map.of(), "").status());
    assertEquals(404, page.send("GET", href, Map.of(), "").status());
    assertEquals(401, page.send("GET", href, Map.of(), "").status());
  }

  @Test
  void otherInterfacesNeedAPassword() {
    StudioOptions inner = StudioOptions.of(folder);
    var open =
        new StudioOptions(
            folder, inner.secretsFile(), inner.proxies(), "0.0.0.0", 0, inner.password(), "sluice");
    assertThrows(UserError.class, () -> Studio.start(open));
    try (Studio studio = Studio.start(open.at("0.0.0.0", "open sesame"))) {
      assertTrue(studio.address().startsWith("http://0.0.0.0:"));
    }
  }

  @Test
  void aPasswordOpensTheStudioAndGuessingIsSlow() {
    page.close();
    page = new PageOfStudio(StudioOptions.of(folder).at("127.0.0.1", "open sesame"));
    assertEquals(page.token(), enter("open sesame").at("/token"));
    assertEquals(401, enter("guess").status());
    assertEquals(429, enter("open sesame").status());
  }

  private Answer enter(String password) {
    return page.send("POST", "/api/session", Map.of(), "{\"password\":\"" + password + "\"}");
  }

  private Answer launch(String code) {
    return page.send("POST", "/api/session", Map.of(), "{\"code\":\"" + code + "\"}");
  }

  private static dev.sluice.json.JsonObject path(String path) {
    return dev.sluice.json.JsonObject.of("path", new dev.sluice.json.JsonString(path));
  }

  private static String code(String address) {
    return address.split("launch=", -1)[1];
  }

  private Map<String, String> tokenAnd(String name, String value) {
    Map<String, String> headers = new HashMap<>(Map.of("X-Sluice-Token", page.token()));
    headers.put(name, value);
    return headers;
  }

  private Answer send(String address, Map<String, String> headers) {
    String[] parts = address.split(" ", 2);
    return page.send(parts[0], parts[1].replaceAll("\\{\\w+}", "1"), headers, "{}");
  }
}
