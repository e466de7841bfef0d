package dev.sluice.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.testkit.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;

/// Talks to a demo as a program would that knows nothing of its insides.
final class DemoClient implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Demo demo;

  DemoClient(Demo demo) {
    this.demo = demo;
  }

  /// Posts a form to the token endpoint, authenticated by `client_secret_basic`.
  HttpResponse<String> tokenByBasic(String id, String secret, String form) throws Exception {
    String pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    return token(
        form, "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  /// Posts a form to the token endpoint, with further headers.
  HttpResponse<String> token(String form, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(demo.tokenUrl()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /// {@return an access token for this scope}
  String accessToken(String scope) throws Exception {
    var response =
        tokenByBasic(
            demo.clientId(),
            demo.clientSecret(),
            "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, UTF_8));
    return (String) Json.at(Json.read(response.body()), "access_token");
  }

  /// {@return the answer of the API to a request with a token}
  HttpResponse<String> get(String target, String token) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(demo.origin() + target))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /// {@return the rows of an answer}
  @SuppressWarnings("unchecked") // Json.read makes lists of objects and nulls
  List<Object> rows(String target, String property, String token) throws Exception {
    return (List<Object>) Json.at(Json.read(get(target, token).body()), property);
  }

  /// {@return the answer to any request}
  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
  }
}
