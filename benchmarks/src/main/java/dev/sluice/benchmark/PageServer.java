package dev.sluice.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/// A process that serves the pages of a workload from memory: it prints its port on the first line
/// and ends when its standard input does, so that it cannot outlive the benchmark.
final class PageServer {
  private static final byte[] NOT_FOUND = "{}".getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> pages;

  private PageServer(Map<String, byte[]> pages) {
    this.pages = pages;
  }

  /// Serves until standard input ends.
  ///
  /// @param args rows and page size
  /// @throws IOException if no port can be opened
  public static void main(String[] args) throws IOException {
    var workload = new Workload(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    Map<String, byte[]> pages = new HashMap<>();
    for (int page = 0; page <= workload.pages(); page++) {
      pages.put(workload.target(page), workload.page(page).getBytes(StandardCharsets.UTF_8));
    }
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 128);
    server.createContext("/", new PageServer(pages)::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    IO.println(server.getAddress().getPort());
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] page = pages.get(exchange.getRequestURI().toString());
    byte[] body = page == null ? NOT_FOUND : page;
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
