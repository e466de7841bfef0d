package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Level;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonWriter;
import dev.sluice.json.TextLimits;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents in answers (spec: run-and-http §4.13).
final class ResponseDocumentsTest {
  private static final String INVALID = "Invalid JSON response from API: JSON decode error: ";
  private static final String SYNTAX = INVALID + "Syntax error, malformed JSON";
  private static final String U = "\\" + "u";

  private final RecordedEvents events = new RecordedEvents();
  private final Request request = Requests.get("https://api.example.com/orders");

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"id\":1}", "[1,2]", "\"text\"", "12345678901234567890", "true", "null"})
  void readsAnyDocument(String text) {
    assertEquals(text, read(200, text, Set.of()));
  }

  @Test
  void letsTheLastOfEqualKeysWin() {
    assertEquals("{\"a\":3,\"b\":2}", read(200, "{\"a\":1,\"b\":2,\"a\":3}", Set.of()));
  }

  @Test
  void takesOddBytesOutOfTheText() throws NotJson {
    byte[] text = "{\"name\":\"a\u00ffb\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("{\"name\":\"ab\"}", decoded(text));
  }

  @Test
  void replacesOnlyTheBrokenSurrogates() throws NotJson {
    String text = "{\"name\":\"x" + U + "d83cy " + U + "017e\"}";
    assertEquals("{\"name\":\"x\ufffdy ž\"}", decoded(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void allows512Levels() {
    assertEquals(
        "[".repeat(512) + "]".repeat(512), read(200, "[".repeat(512) + "]".repeat(512), Set.of()));
    assertEquals(
        INVALID + "Maximum stack depth exceeded", fault("[".repeat(513) + "]".repeat(513)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":        | Syntax error, malformed JSON
          {"a":1}}     | Syntax error, malformed JSON
          <html>       | Syntax error, malformed JSON
          {'a':1}      | Syntax error, malformed JSON
          [1,]         | Syntax error, malformed JSON
          NaN          | Syntax error, malformed JSON
          'a'          | Syntax error, malformed JSON
          """,
      quoteCharacter = '~')
  void tellsWhyATextIsNoDocument(String text, String reason) {
    assertEquals(INVALID + reason, fault(text));
  }

  @Test
  void findsControlCharacters() {
    assertEquals(INVALID + "Unexpected control character found", fault("{\"a\":\"b\u0001\"}"));
    assertEquals(INVALID + "Unexpected control character found", fault("{\"a\":\"b\n\"}"));
  }

  @Test
  void takesNoBodyAndAByteOrderMarkForErrors() {
    assertEquals(SYNTAX, fault(""));
    assertEquals(SYNTAX, fault("  "));
    assertEquals(SYNTAX, fault("\ufeff{}"));
  }

  @Test
  void skipsTheMarkBeforeATokensAnswer() throws NotJson {
    var body = new Body.InMemory("\ufeff{\"access_token\":1}".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "{\"access_token\":1}", ResponseDocuments.readAfterMark(new JsonReader(), body).toString());
  }

  @Test
  void saysWhatCameInstead() {
    var error =
        assertThrows(
            UserError.class,
            () ->
                new ResponseDocuments(new JsonReader(), TextLimits.NONE, Set.of())
                    .read(request, html(), events));
    assertEquals(
        SYNTAX
            + ". GET https://api.example.com/orders answered 200 with text/html; look at line 1,"
            + " column 1.",
        error.getMessage());
  }

  private static Response html() {
    Response page = Responses.of(200, "<html>");
    return new Response(
        200, "OK", Headers.NONE.set("Content-Type", "text/html"), page.body(), page.url());
  }

  @Test
  void readsABodyInAFile(@TempDir Path directory) throws IOException, NotJson {
    assertEquals("[{\"id\":1}]", decoded(inFile(directory, "[{\"id\":1}]\n")));
    for (String broken : List.of("", "[1", "[1] 2", "\ufeff[1]")) {
      Body body = inFile(directory, broken);
      var fault =
          assertThrows(
              NotJson.class, () -> ResponseDocuments.read(new JsonReader(), body, TextLimits.NONE));
      assertEquals(SYNTAX, fault.message());
    }
  }

  @Test
  void readsTheListsOfALongBodyWhenTheyAreLookedAt(@TempDir Path directory) throws IOException {
    Body body = inFile(directory, "{\"rows\":[{\"id\":1},{\"id\":2}]}");
    try (ResponseDocument document = document(body, new TextLimits(4, 100))) {
      assertEquals(Optional.of(body), document.source());
      assertEquals("{\"rows\":[{\"id\":1},{\"id\":2}]}", document.value().toString());
      assertEquals(1, directory.toFile().list().length);
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void findsListsBehindOddBytes(@TempDir Path directory) throws IOException {
    byte[] text =
        "{\"n\":\"a\u00ff\u00ffb\",\"rows\":[1,2,3]}".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(directory.resolve("body"), text);
    try (ResponseDocument document =
        document(new Body.InFile(file, text.length), new TextLimits(2, 100))) {
      assertEquals("{\"n\":\"ab\",\"rows\":[1,2,3]}", document.value().toString());
    }
  }

  @Test
  void letsGoOfALongBodyWithoutLongLists(@TempDir Path directory) throws IOException {
    document(inFile(directory, "{\"rows\":[]}"), new TextLimits(0, 100));
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void letsGoOfALongBodyThatIsNoDocument(@TempDir Path directory) throws IOException {
    Body body = inFile(directory, "[1,2");
    assertThrows(UserError.class, () -> document(body, new TextLimits(0, 100)));
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void refusesToKeepMoreThanAllowed(@TempDir Path directory) throws IOException {
    Body body = inFile(directory, "{\"a\":\"" + "x".repeat(50) + "\",\"rows\":[1,2,3]}");
    var error = assertThrows(UserError.class, () -> document(body, new TextLimits(2, 40)));
    assertEquals(
        "Cannot read a response of 73 bytes piece by piece: more than 40 bytes of it, outside of"
            + " lists or in one row, have to fit into memory together.",
        error.problems().getFirst().message());
    assertTrue(
        error
            .problems()
            .getFirst()
            .remedy()
            .matches(
                "GET https://api.example.com/orders answered 200 with no Content-Type. Ask for less"
                    + " at once, or give Java more memory: SLUICE_JAVA_OPTIONS=-Xmx\\d+m."));
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void saysThatAFileIsGone(@TempDir Path directory) throws IOException {
    Body body = inFile(directory, "{\"rows\":[1,2,3]}");
    try (ResponseDocument document = document(body, new TextLimits(2, 100))) {
      Files.delete(((Body.InFile) body).file());
      var error = assertThrows(UserError.class, document.value()::toString);
      assertEquals(
          "Cannot read a long answer back from the temporary file '"
              + ((Body.InFile) body).file()
              + "': it is gone. See that the disk works, and that nothing removes files there while"
              + " a run lasts.",
          error.getMessage());
      assertThrows(UserError.class, body::bytes);
      assertThrows(UserError.class, () -> body.start(3));
    }
  }

  @Test
  void saysThatAFileHasChanged(@TempDir Path directory) throws IOException {
    Body body = inFile(directory, "{\"rows\":[1,2,3]}");
    Files.writeString(((Body.InFile) body).file(), "");
    assertThrows(UserError.class, body::open);
  }

  private ResponseDocument document(Body body, TextLimits limits) {
    Response plain = Responses.of(200, "");
    return new ResponseDocuments(new JsonReader(), limits, Set.of())
        .read(request, new Response(200, "", Headers.NONE, body, plain.url()), events);
  }

  @Nested
  final class OfIgnoredErrors {
    @Test
    void refusesATextThatIsTooLong(@TempDir Path directory) throws IOException {
      Body body = inFile(directory, "not found".repeat(10));
      Response plain = Responses.of(404, "");
      var documents = new ResponseDocuments(new JsonReader(), new TextLimits(2, 40), Set.of(404));
      assertThrows(
          UserError.class,
          () ->
              documents.read(
                  request, new Response(404, "", Headers.NONE, body, plain.url()), events));
      assertEquals(0, directory.toFile().list().length);
    }

    private static final String WARNING =
        "Failed to get response Client error: `GET https://api.example.com/orders` resulted in a"
            + " `404 Reason` response";
    private static final String UNPARSED = "Failed to parse response " + SYNTAX;

    @Test
    void takesAnObjectForAnAnswer() {
      assertEquals("{\"error\":\"no\"}", ignored(404, "{\"error\":\"no\"}"));
      assertEquals(List.of(WARNING + ":\n{\"error\":\"no\"}"), events.messages(Level.WARNING));
    }

    @Test
    void takesAListForAnAnswer() {
      assertEquals("[1]", ignored(404, "[1]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no\"", "1", "null", "false"})
    void keepsTheTextOfAScalar(String text) {
      assertEquals("{\"errorData\":\"" + text.replace("\"", "\\\"") + "\"}", ignored(404, text));
      assertEquals(List.of(WARNING + ":\n" + text), events.messages(Level.WARNING));
    }

    @Test
    void keepsTextThatIsNotJson() {
      assertEquals("{\"errorData\":\"not found\"}", ignored(404, "not found"));
      assertEquals(List.of(WARNING + ":\nnot found", UNPARSED), events.messages(Level.WARNING));
    }

    @Test
    void keepsAnEmptyBody() {
      assertEquals("{\"errorData\":\"\"}", ignored(404, ""));
      assertEquals(List.of(WARNING, UNPARSED), events.messages(Level.WARNING));
    }

    @Test
    void coversListedSuccessesThatAreNotJson() {
      assertEquals("{\"errorData\":\"\"}", ignored(204, ""));
      assertEquals(
          List.of("Failed to get response " + SYNTAX, UNPARSED), events.messages(Level.WARNING));
    }

    @Test
    void leavesListedSuccessesThatAreJsonAlone() {
      assertEquals("3", ignored(200, "3"));
      assertTrue(events.all().isEmpty());
    }

    private String ignored(int status, String body) {
      return read(status, body, Set.of(status));
    }
  }

  private String read(int status, String body, Set<Integer> ignored) {
    return JsonWriter.compact(
        new ResponseDocuments(new JsonReader(), TextLimits.NONE, ignored)
            .read(request, Responses.of(status, body), events)
            .value());
  }

  private static String decoded(byte[] text) throws NotJson {
    return decoded(new Body.InMemory(text));
  }

  private static String decoded(Body body) throws NotJson {
    return JsonWriter.compact(ResponseDocuments.read(new JsonReader(), body, TextLimits.NONE));
  }

  private static String fault(String text) {
    var body = new Body.InMemory(text.getBytes(StandardCharsets.UTF_8));
    return assertThrows(
            NotJson.class, () -> ResponseDocuments.read(new JsonReader(), body, TextLimits.NONE))
        .message();
  }

  private static Body inFile(Path directory, String text) throws IOException {
    Path file = Files.writeString(Files.createTempFile(directory, "body", ""), text);
    return new Body.InFile(file, Files.size(file));
  }
}
