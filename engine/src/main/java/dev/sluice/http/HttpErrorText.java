package dev.sluice.http;

/// What is said about an answer that is an error (spec: run-and-http §4.13).
public final class HttpErrorText {
  private HttpErrorText() {}

  /// {@return e.g. ``Client error: `GET https://api.example.com/x` resulted in a `404 Not Found`
  /// response:``, then the start of the body if it is text}
  ///
  /// @param request what was asked, before authentication and redirects
  /// @param response with a status from 400; its body stays open
  static String of(Request request, Response response) {
    String text = withoutBody(request, response);
    return BodyExcerpt.of(response.body()).map(start -> text + ":\n" + start).orElse(text);
  }

  /// {@return the same without a word of the body, for answers that may hold secrets}
  ///
  /// @param request what was asked, before authentication and redirects
  /// @param response with a status from 400
  public static String withoutBody(Request request, Response response) {
    String kind = response.status() < 500 ? "Client error" : "Server error";
    return "%s: `%s %s` resulted in a `%s` response"
        .formatted(
            kind,
            request.verb(),
            request.url().shown(),
            (response.status() + " " + response.reason()).strip());
  }
}
