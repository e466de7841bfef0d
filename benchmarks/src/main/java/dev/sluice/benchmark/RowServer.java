package dev.sluice.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A process that serves rows without keeping any: in pages under `/orders`, and as one list under
/// `/all`. It prints its port on the first line and ends when its standard input does.
final class RowServer {
  private static final byte[] EMPTY = {'[', ']'};

  private final int pages;
  private final int pagesOfAll;

  private RowServer(int pages, int pagesOfAll) {
    this.pages = pages;
    this.pagesOfAll = pagesOfAll;
  }

  /// Serves until standard input ends.
  ///
  /// @param args how many pages there are under `/orders`, and how many of them make up `/all`
  /// @throws IOException if no port can be opened
  public static void main(String[] args) throws IOException {
    var rows = new RowServer(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 128);
    server.createContext("/orders", rows::page);
    server.createContext("/all", rows::all);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    IO.println(server.getAddress().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void page(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int offset = Integer.parseInt(query.substring(query.indexOf("offset=") + "offset=".length()));
    int page = offset / RowStream.PAGE;
    byte[] body = page < pages ? new RowStream().page(page) : EMPTY;
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void all(HttpExchange exchange) throws IOException {
    var rows = new RowStream();
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      // A page's brackets become the brackets and commas of the whole.
      exchange.sendResponseHeaders(200, (long) pagesOfAll * (rows.pageBytes() - 1) + 1);
      OutputStream out = exchange.getResponseBody();
      for (int page = 0; page < pagesOfAll; page++) {
        out.write(page == 0 ? '[' : ',');
        out.write(rows.page(page), 1, rows.pageBytes() - 2);
      }
      out.write(']');
    }
  }
}
