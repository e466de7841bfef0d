package dev.sluice.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A process that serves customers, all on one page, and the orders of each, which take some time.
/// It prints its port on the first line and ends when its standard input does.
final class CustomerServer {
  private final byte[] customers;
  private final Duration takes;

  private CustomerServer(int customers, Duration takes) {
    String list =
        IntStream.range(0, customers)
            .mapToObj(number -> "{\"id\":" + number + ",\"name\":\"Customer " + number + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    this.customers = list.getBytes(StandardCharsets.UTF_8);
    this.takes = takes;
  }

  /// Serves until standard input ends.
  ///
  /// @param args how many customers there are, and how many milliseconds the orders of one take
  /// @throws IOException if no port can be opened
  public static void main(String[] args) throws IOException {
    var shop =
        new CustomerServer(Integer.parseInt(args[0]), Duration.ofMillis(Long.parseLong(args[1])));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 128);
    server.createContext("/customers", exchange -> answer(exchange, shop.customers));
    server.createContext("/orders/", shop::orders);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    IO.println(server.getAddress().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void orders(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(takes);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    String path = exchange.getRequestURI().getPath();
    String order = "[{\"number\":\"ORD-%s\",\"total\":12.5}]".formatted(path.substring(8));
    answer(exchange, order.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
