package dev.sluice.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks through one document, so that a list of any length can be read element by element. Not
/// thread-safe.
public final class JsonStream implements AutoCloseable {
  /// What the stream stands on.
  public enum Token {
    /// The start of an object.
    OBJECT,
    /// The end of an object.
    END_OBJECT,
    /// The start of a list.
    ARRAY,
    /// The end of a list.
    END_ARRAY,
    /// The name of a property.
    NAME,
    /// A string, number, boolean or null.
    SCALAR,
    /// The document is over.
    END
  }

  private final JsonParser parser;
  private final Shape root;

  JsonStream(JsonParser parser, Shape root) {
    this.parser = parser;
    this.root = root;
  }

  /// {@return the next token}
  ///
  /// @throws JsonSyntaxError if the document is broken here
  public Token next() throws JsonSyntaxError {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return Token.END;
      }
      return switch (token) {
        case START_OBJECT -> Token.OBJECT;
        case END_OBJECT -> Token.END_OBJECT;
        case START_ARRAY -> Token.ARRAY;
        case END_ARRAY -> Token.END_ARRAY;
        case PROPERTY_NAME -> Token.NAME;
        default -> Token.SCALAR;
      };
    } catch (JacksonException e) {
      throw JsonReader.fault(e);
    }
  }

  /// {@return the name of the property the stream stands on}
  public String name() {
    return parser.currentName();
  }

  /// {@return the value that starts at the current token; the stream stands on its end afterwards}
  ///
  /// @throws JsonSyntaxError if the document is broken in it
  public JsonValue value() throws JsonSyntaxError {
    try {
      return new Assembler(root).read(parser);
    } catch (JacksonException e) {
      throw JsonReader.fault(e);
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
