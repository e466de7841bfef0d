package dev.sluice.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The API of the shop, for bearers of a token (RFC 6750) with the scope that an endpoint asks for:
///
/// | endpoint | scope | paging |
/// |---|---|---|
/// | `/v1/customers` | `customers:read` | `limit` and `offset` |
/// | `/v1/orders` | `orders:read` | `per_page` and `page`, from 1 |
/// | `/v1/orders/ID/shipments` | `orders:read` | none |
final class ShopApi implements HttpHandler {
  static final String READ_CUSTOMERS = "customers:read";
  static final String READ_ORDERS = "orders:read";

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final String CUSTOMERS = "/v1/customers";
  private static final String ORDERS = "/v1/orders";
  private static final String SHIPMENTS = "/shipments";

  private final AccessTokens tokens;
  private final Rows customers = Customers.write();
  private final Rows orders = Orders.write();
  private final AtomicLong requests = new AtomicLong();

  /// Writes down the whole shop, so that answering is quick.
  ///
  /// @param tokens recognises the tokens
  ShopApi(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /// {@return how many requests have come in, refused ones included}
  long requests() {
    return requests.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    reply(exchange).send(exchange);
  }

  private Reply reply(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String scope = path.startsWith(CUSTOMERS) ? READ_CUSTOMERS : READ_ORDERS;
    Optional<Reply> refusal = refusal(exchange, scope);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      Parameters query = Parameters.of(exchange.getRequestURI().getRawQuery());
      if (path.equals(CUSTOMERS)) {
        return customers(query);
      }
      if (path.equals(ORDERS)) {
        return orders(query);
      }
      if (path.startsWith(ORDERS + "/") && path.endsWith(SHIPMENTS)) {
        return shipments(path.substring(ORDERS.length() + 1, path.length() - SHIPMENTS.length()));
      }
      return Reply.error(404, "not_found", "There is nothing at this address.");
    } catch (IllegalArgumentException _) {
      return Reply.error(
          400, "bad_request", "A parameter of the query is out of its range or not a number.");
    }
  }

  private Optional<Reply> refusal(HttpExchange exchange, String scope) {
    if (!exchange.getRequestMethod().equals("GET") && !exchange.getRequestMethod().equals("HEAD")) {
      return Optional.of(Reply.error(405, "method_not_allowed", "This API is for reading."));
    }
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of(
          Reply.error(401, "unauthorized", "A bearer token is needed.")
              .with(Map.of("WWW-Authenticate", "Bearer realm=\"demo\"")));
    }
    Optional<AccessTokens.Grant> grant = tokens.check(header.substring(7).strip());
    if (grant.isEmpty()) {
      return Optional.of(
          Reply.error(401, "invalid_token", "The token has expired or is not one of this server.")
              .with(challenge("invalid_token", "")));
    }
    if (!grant.get().scopes().contains(scope)) {
      return Optional.of(
          Reply.error(403, "insufficient_scope", "The token lacks the scope " + scope + ".")
              .with(challenge("insufficient_scope", ", scope=\"" + scope + "\"")));
    }
    return Optional.empty();
  }

  private static Map<String, String> challenge(String error, String rest) {
    return Map.of("WWW-Authenticate", "Bearer realm=\"demo\", error=\"" + error + "\"" + rest);
  }

  private Reply customers(Parameters query) {
    int limit = number(query, "limit", USUAL_PAGE, 1, LARGEST_PAGE);
    int offset = number(query, "offset", 0, 0, Integer.MAX_VALUE);
    return Reply.of(
        page(
            "{\"total\":" + customers.count() + ",\"customers\":[",
            customers.slice(offset, limit)));
  }

  private Reply orders(Parameters query) {
    int size = number(query, "per_page", USUAL_PAGE, 1, LARGEST_PAGE);
    int page = number(query, "page", 1, 1, Integer.MAX_VALUE);
    int pages = Math.ceilDiv(orders.count(), size);
    return Reply.of(
        page(
            "{\"page\":" + page + ",\"pages\":" + pages + ",\"orders\":[",
            orders.slice((page - 1L) * size, size)));
  }

  private Reply shipments(String order) {
    int id = Integer.parseInt(order);
    if (id < Orders.FIRST_ID || id >= Orders.FIRST_ID + Orders.COUNT) {
      return Reply.error(404, "not_found", "There is no such order.");
    }
    Rows shipments = Orders.shipments(id);
    return Reply.of(page("{\"shipments\":[", shipments.slice(0, LARGEST_PAGE)));
  }

  private static byte[] page(String start, byte[] rows) {
    byte[] head = start.getBytes(UTF_8);
    byte[] page = new byte[head.length + rows.length + 2];
    System.arraycopy(head, 0, page, 0, head.length);
    System.arraycopy(rows, 0, page, head.length, rows.length);
    page[page.length - 2] = ']';
    page[page.length - 1] = '}';
    return page;
  }

  private static int number(Parameters query, String name, int usual, int least, int most) {
    int number = query.find(name).map(Integer::parseInt).orElse(usual);
    if (number < least || number > most) {
      throw new IllegalArgumentException(name);
    }
    return number;
  }
}
