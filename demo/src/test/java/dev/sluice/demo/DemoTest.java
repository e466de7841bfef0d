package dev.sluice.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Json;
import dev.sluice.testkit.ProjectFolder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
  private static final String ALL = "customers:read orders:read";

  @TempDir private Path folder = Path.of("");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
  private final Demo demo;
  private final DemoClient client;

  DemoTest() throws Exception {
    demo = Demo.start(Duration.ofSeconds(60), now::get);
    client = new DemoClient(demo);
  }

  @AfterEach
  void close() {
    client.close();
    demo.close();
  }

  @Test
  void pagesThroughTheCustomersByOffset() throws Exception {
    String token = client.accessToken(ALL);
    List<Object> rows = new ArrayList<>();
    List<Object> page;
    do {
      page = client.rows("/v1/customers?limit=1000&offset=" + rows.size(), "customers", token);
      rows.addAll(page);
    } while (page.size() == 1000);
    assertEquals(ids(1, 2_437), ids(rows));
    assertEquals(List.of(), client.rows("/v1/customers?offset=2437", "customers", token));
  }

  @Test
  void pagesThroughTheOrdersByPageNumber() throws Exception {
    String token = client.accessToken(ALL);
    List<Object> rows = new ArrayList<>();
    for (int page = 1; page <= 9; page++) {
      rows.addAll(client.rows("/v1/orders?per_page=500&page=" + page, "orders", token));
    }
    assertEquals(ids(50_001, 4_120), ids(rows));
    assertEquals(List.of(), client.rows("/v1/orders?per_page=500&page=10", "orders", token));
  }

  @Test
  void keepsTheTotalOfAnOrderEqualToItsLinesLessTheDiscount() throws Exception {
    for (Object order :
        client.rows("/v1/orders?per_page=1000", "orders", client.accessToken(ALL))) {
      BigDecimal total = BigDecimal.ZERO;
      for (Object line : (List<?>) Json.at(order, "lines")) {
        total = total.add(number(line, "unit_price").multiply(number(line, "quantity")));
      }
      if (order instanceof Map<?, ?> map && map.get("discount") instanceof BigDecimal discount) {
        total = total.multiply(BigDecimal.ONE.subtract(discount));
      }
      assertEquals(0, total.setScale(2, RoundingMode.DOWN).compareTo(number(order, "total")));
    }
  }

  @Test
  void hasShipmentsForOrdersOnTheirWayOnly() throws Exception {
    String token = client.accessToken(ALL);
    List<Object> orders = client.rows("/v1/orders?per_page=1000", "orders", token);
    for (String status : List.of("shipped", "delivered", "new", "cancelled")) {
      Object order =
          orders.stream()
              .filter(row -> status.equals(Json.at(row, "status")))
              .findFirst()
              .orElseThrow();
      String target = "/v1/orders/" + Json.at(order, "id") + "/shipments";
      boolean sent = status.equals("shipped") || status.equals("delivered");
      assertEquals(sent, !client.rows(target, "shipments", token).isEmpty(), status);
    }
    assertEquals(404, client.get("/v1/orders/1/shipments", token).statusCode());
  }

  @Test
  void servesTheSameDataInEveryRun() throws Exception {
    try (Demo other = Demo.start();
        var otherClient = new DemoClient(other)) {
      for (String target :
          List.of(
              "/v1/customers?limit=1000",
              "/v1/orders?per_page=1000",
              "/v1/orders/50003/shipments")) {
        assertEquals(
            client.get(target, client.accessToken(ALL)).body(),
            otherClient.get(target, otherClient.accessToken(ALL)).body());
      }
      assertNotEquals(demo.clientSecret(), other.clientSecret());
    }
  }

  @Test
  void refusesRequestsWithoutATokenOrWithOneOfAnotherServer() throws Exception {
    var bare =
        client.send(HttpRequest.newBuilder(URI.create(demo.origin() + "/v1/orders")).build());
    assertEquals(401, bare.statusCode());
    assertEquals("Bearer realm=\"demo\"", bare.headers().firstValue("WWW-Authenticate").orElse(""));
    try (Demo other = Demo.start();
        var otherClient = new DemoClient(other)) {
      var foreign = client.get("/v1/orders", otherClient.accessToken(ALL));
      assertEquals(401, foreign.statusCode());
      assertEquals("invalid_token", Json.at(Json.read(foreign.body()), "error"));
    }
    assertEquals(401, client.get("/v1/orders", "a.b.c").statusCode());
    assertEquals(401, client.get("/v1/orders", "none").statusCode());
  }

  @Test
  void refusesATokenWithoutTheScope() throws Exception {
    String token = client.accessToken("customers:read");
    assertEquals(200, client.get("/v1/customers", token).statusCode());
    var response = client.get("/v1/orders", token);
    assertEquals(403, response.statusCode());
    assertEquals("insufficient_scope", Json.at(Json.read(response.body()), "error"));
  }

  @Test
  void refusesATokenAfterItsEnd() throws Exception {
    String token = client.accessToken(ALL);
    now.set(now.get().plusSeconds(59));
    assertEquals(200, client.get("/v1/orders", token).statusCode());
    now.set(now.get().plusSeconds(1));
    assertEquals(401, client.get("/v1/orders", token).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/customers?limit=0",
        "/v1/customers?limit=1001",
        "/v1/customers?offset=-1",
        "/v1/customers?limit=ten",
        "/v1/orders?page=0",
        "/v1/orders/ada/shipments"
      })
  void answers400ToNumbersOutOfRange(String target) throws Exception {
    assertEquals(400, client.get(target, client.accessToken(ALL)).statusCode());
  }

  @Test
  void countsRequestsOfBothServersApart() throws Exception {
    String token = client.accessToken(ALL);
    client.get("/v1/orders", token);
    client.get("/v1/nothing", token);
    assertEquals(2, demo.requests());
    assertEquals(1, demo.tokenRequests());
  }

  /// The authentication has the form of spec authentication §9.3.2.
  @Test
  void writesAConfigurationThatIsReadyToRun() throws Exception {
    demo.writeDataFolder(folder.resolve("data"));
    Object parameters =
        Json.at(Json.read(Files.readAllBytes(folder.resolve("data/config.json"))), "parameters");
    assertEquals(demo.origin() + "/v1/", Json.at(parameters, "api", "baseUrl"));
    assertEquals(
        Json.read(
            """
            {
              "type": "login",
              "format": "json",
              "loginRequest": {
                "endpoint": "%s",
                "method": "FORM",
                "headers": {
                  "Accept": "application/json",
                  "Authorization": { "function": "concat", "args": [ "Basic ",
                    { "function": "base64_encode", "args": [
                      { "function": "concat", "args": [ { "attr": "__CLIENT_ID" }, ":", { "attr": "#__CLIENT_SECRET" } ] } ] } ] } },
                "params": { "grant_type": "client_credentials", "scope": "customers:read orders:read" } },
              "apiRequest": { "headers": {
                "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } }
            }
            """
                .formatted(demo.tokenUrl())),
        Json.at(parameters, "api", "authentication"));
    assertEquals("oauth2", Json.at(parameters, "config", "__AUTH_METHOD"));
    assertEquals(demo.clientId(), Json.at(parameters, "config", "__CLIENT_ID"));
    assertEquals(demo.clientSecret(), Json.at(parameters, "config", "#__CLIENT_SECRET"));
    assertEquals(true, Json.at(parameters, "config", "lossless"));
  }

  @Test
  void showsTheSameConfigurationAmongTheExamples() throws Exception {
    demo.writeDataFolder(folder);
    Path example = ProjectFolder.root().resolve("examples/demo-shop/config.json");
    assertEquals(
        Files.readString(example),
        Files.readString(folder.resolve("config.json"))
            .replace(demo.origin(), "http://127.0.0.1:8081")
            .replace(demo.tokenUrl(), "http://127.0.0.1:8082/oauth/token")
            .replace(demo.clientSecret(), "change-me"));
  }

  @Test
  void writesACredentialThatLooksTheSameInEveryEncoding() {
    assertTrue(demo.clientSecret().matches("[A-Za-z0-9_-]{32}"), "form encoding would change it");
  }

  private static BigDecimal number(Object row, String property) {
    return (BigDecimal) Json.at(row, property);
  }

  private static List<@Nullable Object> ids(int first, int count) {
    return IntStream.range(first, first + count)
        .<@Nullable Object>mapToObj(id -> Json.read(Integer.toString(id)))
        .toList();
  }

  private static List<@Nullable Object> ids(List<Object> rows) {
    return rows.stream().<@Nullable Object>map(row -> ((Map<?, ?>) row).get("id")).toList();
  }
}
