package dev.sluice.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
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
          .streamReadConstraints(constraints(Integer.MAX_VALUE))
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
      return document(parser, () -> new Assembler(root).read(parser));
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

  /// {@return the document, of which only the short parts are in memory: its long lists are
  /// [LongList]s} The whole text is read and checked now.
  ///
  /// @param text can be read as long as the document is used
  /// @param limits what is short
  /// @throws JsonSyntaxError if it is not one JSON document, or nested deeper than [#MAX_DEPTH]
  /// @throws TextTooLong if more stands outside of long lists than allowed
  public JsonValue readLong(JsonSource text, TextLimits limits) throws JsonSyntaxError {
    JsonFactory factory =
        FACTORY.rebuild().streamReadConstraints(constraints(limits.wholeBytes())).build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text.from(0))) {
      return document(parser, () -> new LongDocument(parser, text, root, limits).read());
    } catch (StreamConstraintsException e) {
      if (String.valueOf(e.getOriginalMessage()).startsWith("String")) {
        throw new TextTooLong(limits.wholeBytes() + 1, limits);
      }
      throw fault(e);
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  /// {@return what reads a text that has been read before}
  static JsonParser parser(InputStream text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  private static StreamReadConstraints constraints(long stringLength) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxStringLength((int) Math.min(Integer.MAX_VALUE, stringLength))
        .maxNumberLength(100_000)
        .maxNameLength(1_000_000)
        .build();
  }

  private static JsonValue document(JsonParser parser, Supplier<JsonValue> root)
      throws JsonSyntaxError {
    if (parser.nextToken() == null) {
      throw new JsonSyntaxError("Syntax error", 1, 1);
    }
    JsonValue value = root.get();
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
