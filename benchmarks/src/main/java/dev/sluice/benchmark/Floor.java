package dev.sluice.benchmark;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The floor: a process that fetches the same pages, one after the other, with the same HTTP
/// library, and only walks through the tokens of the JSON. Nothing that makes tables can be faster.
final class Floor {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private Floor() {}

  /// Prints how many rows there were.
  ///
  /// @param args rows, page size, origin of the server
  /// @throws IOException if a page cannot be had
  public static void main(String[] args) throws IOException {
    var workload = new Workload(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    long rows = 0;
    try (CloseableHttpClient client =
        HttpClients.custom()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build()) {
      for (int page = 0; page <= workload.pages(); page++) {
        rows += client.execute(new HttpGet(args[2] + workload.target(page)), Floor::rows);
      }
    }
    IO.println(rows);
  }

  private static long rows(ClassicHttpResponse response) throws IOException {
    long rows = 0;
    int depth = 0;
    try (InputStream body = response.getEntity().getContent();
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
          rows += depth == 2 ? 1 : 0;
        } else if (token.isStructEnd()) {
          depth--;
        }
      }
    }
    return rows;
  }
}
