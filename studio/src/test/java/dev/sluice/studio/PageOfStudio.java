package dev.sluice.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.studio.document.Pointer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a page does to the studio, over a socket of its own, so that headers can be anything. Keeps
/// all that it was answered.
final class PageOfStudio implements AutoCloseable {
  private final Studio studio;
  private final URI address;
  private final String token;
  private final List<String> answers = new ArrayList<>();

  record Answer(int status, String head, String body) {
    JsonObject json() {
      try {
        return (JsonObject) new JsonReader().read(body);
      } catch (JsonSyntaxError e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    /// {@return what stands at a pointer, as text}
    String at(String pointer) {
      JsonValue value =
          Pointer.of(pointer)
              .find(json())
              .orElseThrow(() -> new AssertionError(pointer + " in " + body));
      return value instanceof JsonString(String text) ? text : JsonWriter.compact(value);
    }
  }

  PageOfStudio(StudioOptions options) {
    this.studio = Studio.start(options);
    String launch = studio.newLaunchAddress();
    this.address = URI.create(studio.address());
    Answer session =
        send(
            "POST",
            "/api/session",
            Map.of(),
            "{\"code\":\"" + launch.split("launch=", -1)[1] + "\"}");
    this.token = session.at("/token");
  }

  Studio studio() {
    return studio;
  }

  String token() {
    return token;
  }

  String host() {
    return address.getAuthority();
  }

  List<String> answers() {
    return answers;
  }

  Answer get(String path) {
    return send("GET", path, Map.of("X-Sluice-Token", token), "");
  }

  Answer delete(String path) {
    return send("DELETE", path, Map.of("X-Sluice-Token", token), "");
  }

  Answer post(String path, JsonObject body) {
    return send("POST", path, Map.of("X-Sluice-Token", token), body.toString());
  }

  Answer put(String path, JsonObject body) {
    return send("PUT", path, Map.of("X-Sluice-Token", token), body.toString());
  }

  Answer save(String etag, String text) {
    return send(
        "PUT",
        "/api/config",
        Map.of("X-Sluice-Token", token, "If-Match", "\"" + etag + "\""),
        text(text).toString());
  }

  static JsonObject text(String text) {
    return JsonObject.of("text", new JsonString(text));
  }

  /// {@return the answer to a request with exactly these headers, and a `Host` where there is none}
  Answer send(String method, String path, Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", address.getAuthority());
    all.putAll(headers);
    byte[] bytes = body.getBytes(UTF_8);
    // Version 1.0, so that the answer comes in one piece.
    var head = new StringBuilder(method + " " + path + " HTTP/1.0\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(head.toString().getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      synchronized (answers) {
        answers.add(answer);
      }
      int end = answer.indexOf("\r\n\r\n");
      int status = Integer.parseInt(answer.substring(9, 12));
      return new Answer(status, answer.substring(0, end), answer.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return an answer that need not have an end, up to a line}
  String firstLines(String path, String last) {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      String head =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + host()
              + "\r\nX-Sluice-Token: "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().flush();
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      var text = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        text.append(line).append('\n');
        if (line.equals(last)) {
          break;
        }
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    studio.close();
  }
}
