package dev.sluice.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A recorded request and the answer to it.
///
/// @param request verb, target and, after an empty line, the body; bytes as ISO 8859-1, lines ended
///   by LF, white space around it cut off
/// @param required headers that the request must have; `*` stands for any value
/// @param answer what the server says
record Exchange(String request, List<Header> required, Answer.Sound answer) {
  private static final String SUFFIX = ".request";

  /// A line of headers.
  record Header(String name, String value) {}

  /// {@return the exchange that belongs to a request file}
  ///
  /// @param file `NAME.request`, next to which the other files of the exchange lie
  /// @throws IOException if one of them cannot be read
  static Exchange read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - SUFFIX.length());
    Path code = file.resolveSibling(stem + ".responseCode");
    int status = Files.exists(code) ? Integer.parseInt(text(code).strip()) : 200;
    List<Header> headers = headers(file.resolveSibling(stem + ".responseHeaders"));
    var answer = Answer.status(status);
    for (Header header : headers) {
      answer = answer.header(header.name, header.value);
    }
    if (headers.isEmpty()) {
      answer = answer.header("Content-Type", "application/json");
    }
    byte[] body = Files.readAllBytes(file.resolveSibling(stem + ".response"));
    return new Exchange(
        comparable(text(file)),
        headers(file.resolveSibling(stem + ".requestHeaders")),
        answer.body(body));
  }

  /// {@return a request in the form of [#request]}
  ///
  /// @param received as it arrived
  static String comparable(Received received) {
    return comparable(received.what() + "\n\n" + new String(received.body(), ISO_8859_1));
  }

  /// {@return whether a request has the headers that this exchange asks for}
  ///
  /// @param received as it arrived
  boolean accepts(Received received) {
    return required.stream()
        .allMatch(header ->
            received
                .header(header.name)
                .filter(value -> header.value.equals("*") || header.value.equals(value))
                .isPresent());
  }

  private static String comparable(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static List<Header> headers(Path file) throws IOException {
    List<Header> headers = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : text(file).lines().toList()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.add(
              new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
      }
    }
    return List.copyOf(headers);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, ISO_8859_1);
  }
}
