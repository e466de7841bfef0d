package dev.sluice.http;

/// What is said about an answer that is an error (spec: run-and-http §4.13).
final class HttpErrorText {
  private HttpErrorText() {}

  /// {@return e.g. ``Client error: `GET https://api.example.com/x` resulted in a `404 Not Found`
  /// response:``, then the start of the body if it is text}
  ///
  /// @param request what was asked, before authentication and redirects
  /// @param response with a status from 400; its body stays open
  static String of(Request request, Response response) {
    String kind = response.status() < 500 ? "Client error" : "Server error";
    String text =
        "%s: `%s %s` resulted in a `%s` response"
            .formatted(
                kind,
                request.verb(),
                request.url().shown(),
                (response.status() + " " + response.reason()).strip());
    return BodyExcerpt.of(response.body()).map(start -> text + ":\n" + start).orElse(text);
  }
}
