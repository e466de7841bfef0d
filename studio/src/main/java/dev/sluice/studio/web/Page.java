package dev.sluice.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the page, out of the jar. They hold nothing that is secret.
final class Page {
  private static final String FOLDER = "/dev/sluice/studio/page";
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  /// Only what these are for is served.
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  private Page() {}

  /// {@return a file}
  ///
  /// @param path its path; the empty one is `index.html`
  /// @throws Refusal if there is none
  static Reply file(List<String> path) {
    String name = path.equals(List.of("")) ? "index.html" : String.join("/", path);
    return find(path, name)
        .orElseThrow(() -> Refusal.notFound("There is no page at this address."));
  }

  private static Optional<Reply> find(List<String> path, String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    boolean isSafe =
        name.equals("index.html")
            || path.stream().allMatch(part -> SEGMENT.matcher(part).matches());
    if (type == null || !isSafe) {
      return Optional.empty();
    }
    try (InputStream file = Page.class.getResourceAsStream(FOLDER + "/" + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              Reply.bytes(200, type, file.readAllBytes()).with("Cache-Control", "no-cache"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
