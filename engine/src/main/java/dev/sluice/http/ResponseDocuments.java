package dev.sluice.http;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.LongList;
import dev.sluice.json.TextLimits;
import dev.sluice.json.TextTooLong;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the JSON documents in answers (spec: run-and-http §4.13). Safe to share between threads.
///
/// Of an answer in a file the long lists stay there and are read when they are looked at.
public final class ResponseDocuments {
  private static final int FIRST_ERROR = 400;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final JsonReader reader;
  private final TextLimits limits;
  private final Set<Integer> ignored;

  /// Prepares for answers.
  ///
  /// @param reader reads all documents of an API, whose objects then share their shapes
  /// @param limits how much of an answer in a file may be kept in memory
  /// @param ignored `api.http.ignoreErrors`
  public ResponseDocuments(JsonReader reader, TextLimits limits, Set<Integer> ignored) {
    this.reader = reader;
    this.limits = limits;
    this.ignored = Set.copyOf(ignored);
  }

  /// {@return the document of an answer; of one whose status is to be ignored, the object with its
  /// text under `errorData` when there is none}
  ///
  /// @param request what was asked, as it was given to the pipeline
  /// @param response what the pipeline gave for it; its body is closed now or with the document
  /// @param events gets a warning for what is ignored
  /// @throws UserError if the body is not JSON and the status is not to be ignored, or if too much
  ///   of it had to be in memory
  public ResponseDocument read(Request request, Response response, Events events) {
    Optional<Body> source = Optional.empty();
    try {
      JsonValue value = value(request, response, events);
      boolean isNeeded = response.body() instanceof Body.InFile && LongList.isIn(value);
      source = isNeeded ? Optional.of(response.body()) : Optional.empty();
      return new ResponseDocument(value, source);
    } catch (TextTooLong fault) {
      throw new UserError(tooLong(request, response), fault);
    } finally {
      if (source.isEmpty()) {
        response.body().close();
      }
    }
  }

  private JsonValue value(Request request, Response response, Events events) {
    boolean isIgnored = ignored.contains(response.status());
    boolean isError = response.status() >= FIRST_ERROR;
    if (isIgnored && isError) {
      events.warning("Failed to get response " + HttpErrorText.of(request, response));
    }
    try {
      JsonValue document = read(reader, response.body(), limits);
      return isIgnored && isError && isScalar(document) ? errorData(request, response) : document;
    } catch (NotJson fault) {
      if (!isIgnored) {
        throw error(request, response, fault);
      }
      if (!isError) {
        events.warning("Failed to get response " + fault.message());
      }
      events.warning("Failed to parse response " + fault.message());
      return errorData(request, response);
    }
  }

  /// {@return the document in a body}
  ///
  /// @param reader reads it
  /// @param body stays open; read again when long lists are looked at
  /// @param limits what may be kept of a body in a file
  /// @throws NotJson if it is no document, or a byte-order mark stands before it
  /// @throws TextTooLong if more would have to be kept
  static JsonValue read(JsonReader reader, Body body, TextLimits limits) throws NotJson {
    if (Arrays.equals(body.start(MARK.length), MARK)) {
      throw new NotJson(new JsonSyntaxError("Syntax error", 1, 1));
    }
    return readAfterMark(reader, body, limits);
  }

  /// {@return the document in a body, before which a byte-order mark may stand, as with tokens}
  /// (spec: README G-03)
  ///
  /// @param reader reads it
  /// @param body stays open
  /// @throws NotJson if it is no document
  public static JsonValue readAfterMark(JsonReader reader, Body body) throws NotJson {
    return readAfterMark(reader, body, TextLimits.NONE);
  }

  private static JsonValue readAfterMark(JsonReader reader, Body body, TextLimits limits)
      throws NotJson {
    try {
      return switch (body) {
        case Body.InMemory(byte[] bytes) -> reader.read(JsonText.mended(bytes));
        case Body.InFile file -> reader.readLong(MendedBody.of(file), limits);
      };
    } catch (JsonSyntaxError fault) {
      throw new NotJson(fault);
    }
  }

  private static boolean isScalar(JsonValue document) {
    return !(document instanceof JsonObject || document instanceof JsonArray);
  }

  private JsonObject errorData(Request request, Response response) {
    if (response.body() instanceof Body.InFile file && file.size() > limits.wholeBytes()) {
      throw new UserError(tooLong(request, response));
    }
    return JsonObject.of("errorData", new JsonString(response.text()));
  }

  private static UserError error(Request request, Response response, NotJson fault) {
    String where = fault.place().map(place -> "; look at " + place).orElse("");
    return new UserError(Problem.of(fault.message(), what(request, response) + where + "."), fault);
  }

  private Problem tooLong(Request request, Response response) {
    String message =
        String.format(
            Locale.ROOT,
            "Cannot read a response of %,d bytes piece by piece: more than %,d bytes of it, outside of"
                + " lists or in one row, have to fit into memory together.",
            response.body().size(),
            limits.wholeBytes());
    String advice = MoreMemory.advice(response.body().size(), limits.wholeBytes());
    return Problem.of(
        message, what(request, response) + ". Ask for less at once, or " + advice + ".");
  }

  private static String what(Request request, Response response) {
    String type = response.headers().first("Content-Type").orElse("no Content-Type");
    return "%s %s answered %d with %s"
        .formatted(request.verb(), request.url().shown(), response.status(), type);
  }
}
