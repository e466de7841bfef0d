package dev.sluice.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON (RFC 8259) into values. Objects that it reads share their shapes. Safe to share
/// between threads.
public final class JsonReader {
  /// How deep objects and lists may be nested, the outermost counting as one.
  public static final int MAX_DEPTH = 512;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(100_000)
                  .maxNameLength(1_000_000)
                  .build())
          .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final Shape root = Shape.root();

  /// {@return the document}
  ///
  /// @param text UTF-8, a byte-order mark before it is skipped; white space may surround the
  ///   document
  /// @throws JsonSyntaxError if it is not one JSON document, or nested deeper than [#MAX_DEPTH]
  public JsonValue read(byte[] text) throws JsonSyntaxError {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return document(parser);
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  /// {@return the document}
  ///
  /// @param text one JSON document
  /// @throws JsonSyntaxError if it is not one JSON document, or nested deeper than [#MAX_DEPTH]
  public JsonValue read(String text) throws JsonSyntaxError {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return a reader that walks through a document of any size, part by part}
  ///
  /// @param text UTF-8; closed with the result
  public JsonStream stream(InputStream text) {
    return new JsonStream(FACTORY.createParser(ObjectReadContext.empty(), text), root);
  }

  private JsonValue document(JsonParser parser) throws JsonSyntaxError {
    if (parser.nextToken() == null) {
      throw new JsonSyntaxError("Syntax error", 1, 1);
    }
    JsonValue value = new Assembler(root).read(parser);
    if (parser.nextToken() != null) {
      TokenStreamLocation place = parser.currentTokenLocation();
      throw new JsonSyntaxError("Syntax error", place.getLineNr(), place.getColumnNr());
    }
    return value;
  }

  static JsonSyntaxError fault(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    int line = place == null ? 0 : Math.max(0, place.getLineNr());
    int column = place == null ? 0 : Math.max(0, place.getColumnNr());
    return new JsonSyntaxError(reason(e), line, column);
  }

  /// The reasons are those of the original's parser.
  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof StreamConstraintsException) {
      return message.contains("nesting") ? "Maximum stack depth exceeded" : "A value is too long";
    }
    if (message.contains("utf-8")) {
      return "Malformed UTF-8 characters, possibly incorrectly encoded";
    }
    if (message.contains("unquoted character") || message.contains("ctrl-char")) {
      return "Control character error, possibly incorrectly encoded";
    }
    return e instanceof StreamReadException ? "Syntax error" : "Unreadable";
  }
}
