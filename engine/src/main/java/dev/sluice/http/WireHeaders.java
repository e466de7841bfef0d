package dev.sluice.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/// The headers of a request as they travel: those that follow from address and body included (spec:
/// run-and-http §4.8).
public final class WireHeaders {
  /// Bodies of this size announce themselves first.
  private static final int EXPECT_FROM_BYTES = 1 << 20;

  /// Headers that tell who asks, whoever set them.
  private static final Set<String> TELLING = telling();

  private WireHeaders() {}

  /// {@return the request's headers with `Host`, `Content-Length`, `Expect` and the `Authorization`
  /// of an address with a user name, each where there is none yet}
  ///
  /// @param request complete but for these
  public static Headers of(Request request) {
    Headers headers = request.headers();
    if (!headers.has("Host")) {
      headers = headers.set("Host", request.url().hostHeader());
    }
    if (request.body().isPresent()) {
      int length = request.body().get().length;
      headers = headers.set("Content-Length", Integer.toString(length));
      if (length >= EXPECT_FROM_BYTES && !headers.has("Expect")) {
        headers = headers.set("Expect", "100-Continue");
      }
    }
    if (request.url().userInfo().isPresent() && !headers.has("Authorization")) {
      headers = headers.setCredential("Authorization", basic(request.url().userInfo().get()));
    }
    return headers;
  }

  /// {@return whether a line tells who asks: marked so, or by its name}
  ///
  /// @param line any header line
  public static boolean isCredential(Headers.Line line) {
    return line.credential() || TELLING.contains(line.name());
  }

  private static String basic(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    String plain = Percent.text(parts[0]) + ":" + (parts.length == 2 ? Percent.text(parts[1]) : "");
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> telling() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Set.of("Authorization", "Proxy-Authorization", "Cookie"));
    return names;
  }
}
