package dev.sluice.http;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonStream;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/// Reads the JSON documents in answers (spec: run-and-http §4.13). Safe to share between threads.
///
/// Whoever reads a long body row by row takes [JsonText#mended(InputStream)] of it instead.
public final class ResponseDocuments {
  private static final int FIRST_ERROR = 400;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final JsonReader reader;
  private final Set<Integer> ignored;
  private final Events events;

  /// Prepares for answers.
  ///
  /// @param reader reads all documents of an API, whose objects then share their shapes
  /// @param ignored `api.http.ignoreErrors`
  /// @param events gets a warning for what is ignored
  public ResponseDocuments(JsonReader reader, Set<Integer> ignored, Events events) {
    this.reader = reader;
    this.ignored = Set.copyOf(ignored);
    this.events = events;
  }

  /// {@return the document of an answer; of one whose status is to be ignored, the object with its
  /// text under `errorData` when there is none}
  ///
  /// @param request what was asked, as it was given to the pipeline
  /// @param response what the pipeline gave for it; its body stays open
  /// @throws UserError if the body is not JSON and the status is not to be ignored
  public JsonValue read(Request request, Response response) {
    boolean isIgnored = ignored.contains(response.status());
    boolean isError = response.status() >= FIRST_ERROR;
    if (isIgnored && isError) {
      events.warning("Failed to get response " + HttpErrorText.of(request, response));
    }
    try {
      JsonValue document = read(reader, response.body());
      return isIgnored && isError && isScalar(document) ? errorData(response) : document;
    } catch (NotJson fault) {
      if (!isIgnored) {
        throw error(request, response, fault);
      }
      if (!isError) {
        events.warning("Failed to get response " + fault.message());
      }
      events.warning("Failed to parse response " + fault.message());
      return errorData(response);
    }
  }

  /// {@return the document in a body}
  ///
  /// @param reader reads it
  /// @param body stays open
  /// @throws NotJson if it is no document, or a byte-order mark stands before it
  public static JsonValue read(JsonReader reader, Body body) throws NotJson {
    if (startsWithMark(body)) {
      throw new NotJson(new JsonSyntaxError("Syntax error", 1, 1));
    }
    return readAfterMark(reader, body);
  }

  /// {@return the document in a body, before which a byte-order mark may stand, as with tokens}
  /// (spec: README G-03)
  ///
  /// @param reader reads it
  /// @param body stays open
  /// @throws NotJson if it is no document
  public static JsonValue readAfterMark(JsonReader reader, Body body) throws NotJson {
    try {
      return switch (body) {
        case Body.InMemory(byte[] bytes) -> reader.read(JsonText.mended(bytes));
        case Body.InFile file -> streamed(reader, file);
      };
    } catch (JsonSyntaxError fault) {
      throw new NotJson(fault);
    }
  }

  private static JsonValue streamed(JsonReader reader, Body body) throws JsonSyntaxError {
    try (JsonStream stream = reader.stream(JsonText.mended(body.open()))) {
      if (stream.next() == JsonStream.Token.END) {
        throw new JsonSyntaxError("Syntax error", 1, 1);
      }
      JsonValue document = stream.value();
      if (stream.next() != JsonStream.Token.END) {
        throw new JsonSyntaxError("Syntax error", 0, 0);
      }
      return document;
    }
  }

  private static boolean startsWithMark(Body body) {
    try (InputStream bytes = body.open()) {
      return java.util.Arrays.equals(bytes.readNBytes(MARK.length), MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isScalar(JsonValue document) {
    return !(document instanceof JsonObject || document instanceof JsonArray);
  }

  private static JsonObject errorData(Response response) {
    return JsonObject.of("errorData", new JsonString(response.text()));
  }

  private static UserError error(Request request, Response response, NotJson fault) {
    String type = response.headers().first("Content-Type").orElse("no Content-Type");
    String what =
        "%s %s answered %d with %s"
            .formatted(request.verb(), request.url().shown(), response.status(), type);
    String where = fault.place().map(place -> "; look at " + place).orElse("");
    return new UserError(Problem.of(fault.message(), what + where + "."), fault);
  }
}
