package dev.sluice.config;

import dev.sluice.json.JsonValue;
import java.util.regex.Pattern;

/// Where the API is: `api.baseUrl` (spec: run-and-http §2.2).
public sealed interface BaseUrl {

  /// An address that is written out.
  ///
  /// @param url valid
  record Literal(String url) implements BaseUrl {}

  /// An address that a function makes of the configuration attributes.
  ///
  /// @param expression the function, not evaluated
  record Computed(JsonValue expression) implements BaseUrl {}

  /// {@return whether a text is a valid base URL} (spec: run-and-http §2.2 step 5)
  ///
  /// @param text scheme, host and the rest, in URL characters
  static boolean isValid(String text) {
    return Syntax.URL.matcher(text).matches();
  }

  /// {@return the error of a function whose result is no valid URL}
  ///
  /// @param value the result as text
  static String invalidResult(String value) {
    return "The \"baseUrl\" attribute in API configuration resulted in an invalid URL ("
        + value
        + ")";
  }

  /// The form of a valid URL.
  final class Syntax {
    private static final String LETTERS = "\\p{L}\\p{N}";
    private static final String ESCAPE = "%[0-9A-Fa-f]{2}";
    private static final String PART = LETTERS + "._~!$&'()*+,;=:@\\-";
    private static final Pattern URL =
        Pattern.compile(
            "(?i)https?://"
                + ("((?:[" + LETTERS + "._~!$&'()*+,;=:-]|" + ESCAPE + ")+@)?")
                + ("(?:[" + LETTERS + "\\p{M}\\p{S}_.-]+|\\[[0-9a-f:.]+])")
                + "(?::[0-9]{1,5})?"
                + ("(?:/(?:[" + PART + "/]|" + ESCAPE + ")*+)?")
                + ("(?:\\?(?:[" + PART + "/?\\[\\]]|" + ESCAPE + ")*+)?")
                + ("(?:#(?:[" + PART + "/?]|" + ESCAPE + ")*+)?"));

    private Syntax() {}
  }
}
