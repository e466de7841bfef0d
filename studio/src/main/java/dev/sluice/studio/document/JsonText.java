package dev.sluice.studio.document;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON text and where its parts stand in it, so that one of them can be changed and the others
/// keep their spelling. Immutable.
///
/// @param text the whole text
/// @param value what it means
/// @param root where it stands
record JsonText(String text, JsonValue value, Part root) {

  /// A value in a text.
  ///
  /// @param start its first character
  /// @param end behind its last one
  /// @param kind what its first character says
  /// @param members of an object or list, in order
  record Part(int start, int end, Kind kind, List<Member> members) {
    /// Keeps an unmodifiable copy.
    Part {
      members = List.copyOf(members);
    }

    /// {@return the last member of that name, which is the one that counts}
    Optional<Member> member(String name) {
      return members.reversed().stream().filter(member -> member.name().equals(name)).findFirst();
    }
  }

  /// What a value is.
  enum Kind {
    OBJECT,
    LIST,
    STRING,
    OTHER
  }

  /// A member of an object, or an element of a list.
  ///
  /// @param name the property's name, or the position in the list
  /// @param start the first character of the name, or of the element
  /// @param value the value
  record Member(String name, int start, Part value) {}

  /// {@return a text with its parts}
  ///
  /// @param text a JSON document, perhaps behind a byte-order mark
  /// @throws JsonSyntaxError if it is none
  static JsonText of(String text) throws JsonSyntaxError {
    JsonValue value = new JsonReader().read(text);
    return new JsonText(text, value, new Scanner(text).value());
  }

  /// {@return the characters of a part}
  String slice(Part part) {
    return text.substring(part.start(), part.end());
  }

  /// Goes through a text that is known to be JSON.
  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
      this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    Part value() {
      skipSpace();
      return switch (text.charAt(at)) {
        case '{' -> object();
        case '[' -> list();
        case '"' -> {
          int start = at;
          skipString();
          yield new Part(start, at, Kind.STRING, List.of());
        }
        default -> {
          int start = at;
          while (at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
            at++;
          }
          yield new Part(start, at, Kind.OTHER, List.of());
        }
      };
    }

    private Part object() {
      int start = at++;
      List<Member> members = new ArrayList<>();
      while (next() != '}') {
        int nameStart = at;
        skipString();
        String name = unquoted(text.substring(nameStart, at));
        skipSpace();
        at++;
        members.add(new Member(name, nameStart, value()));
        skipComma();
      }
      at++;
      return new Part(start, at, Kind.OBJECT, members);
    }

    private Part list() {
      int start = at++;
      List<Member> members = new ArrayList<>();
      while (next() != ']') {
        int elementStart = at;
        members.add(new Member(Integer.toString(members.size()), elementStart, value()));
        skipComma();
      }
      at++;
      return new Part(start, at, Kind.LIST, members);
    }

    private char next() {
      skipSpace();
      return text.charAt(at);
    }

    private void skipComma() {
      if (next() == ',') {
        at++;
      }
    }

    private void skipString() {
      at++;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    }

    private void skipSpace() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }

  /// {@return the text that a JSON string means}
  ///
  /// @param token with its quotes
  static String unquoted(String token) {
    try {
      return new JsonReader().read(token) instanceof JsonString(String plain) ? plain : token;
    } catch (JsonSyntaxError _) {
      return token;
    }
  }
}
