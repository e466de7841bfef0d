package dev.sluice.http.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Requests;
import dev.sluice.http.Response;
import dev.sluice.http.Responses;
import dev.sluice.http.SteppedTime;
import dev.sluice.http.transport.BodyReader;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are kept (spec: run-and-http §4.14).
final class CacheStageTest {
  private static final String URL = "https://api.example.com/orders?page=1";
  private static final int MEMORY = 16;

  private final SteppedTime time = new SteppedTime();
  private final List<Request> sent = new ArrayList<>();
  private final Deque<Response> answers = new ArrayDeque<>();
  @TempDir private Path directory;

  @Test
  void answersFromWhatWasKept() {
    answers.add(with("1", Headers.NONE.set("X", "ž").plus(new Headers.Line("x", "2", false))));
    assertEquals("1", get(URL).text());
    Response kept = get(URL);
    assertEquals("1", kept.text());
    assertEquals(List.of("ž", "2"), kept.headers().all("X"));
    assertEquals("Reason", kept.reason());
    assertEquals(URL, kept.url().text());
    assertEquals(1, sent.size());
  }

  @Test
  void outlivesTheProcess() {
    answers.add(Responses.of(200, "1"));
    get(URL);
    assertEquals("1", cache(Duration.ofSeconds(1)).send(Requests.get(URL), this::next).text());
  }

  @Test
  void keepsAddressesApart() {
    answers.add(Responses.of(200, "1"));
    answers.add(Responses.of(200, "2"));
    assertEquals("1", get(URL).text());
    assertEquals("2", get(URL + "0").text());
  }

  @Test
  void asksAgainAfterTheTime() {
    answers.add(Responses.of(200, "1"));
    answers.add(Responses.of(200, "2"));
    get(URL);
    time.pass(Duration.ofSeconds(60));
    assertEquals("2", get(URL).text());
    assertEquals(0, sent.getLast().headers().lines().size());
    assertEquals("2", get(URL).text());
    assertEquals(2, sent.size());
  }

  @Test
  void asksWhetherItChanged() {
    Headers marks = Headers.NONE.set("ETag", "\"a\"").set("Last-Modified", "yesterday");
    answers.add(with("1", marks));
    answers.add(Responses.of(304, ""));
    answers.add(with("2", Headers.NONE));
    get(URL);
    time.pass(Duration.ofSeconds(61));
    Response same = get(URL);
    assertEquals("1", same.text());
    assertEquals(200, same.status());
    assertEquals(List.of("\"a\""), sent.getLast().headers().all("If-None-Match"));
    assertEquals(List.of("yesterday"), sent.getLast().headers().all("If-Modified-Since"));
    assertEquals("1", get(URL).text());
    assertEquals(2, sent.size());
    time.pass(Duration.ofSeconds(61));
    assertEquals("2", get(URL).text());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500, 503, 202})
  void keepsNoErrorsAndNothingThatIsRetried(int status) {
    answers.add(Responses.of(status, "no"));
    answers.add(Responses.of(200, "1"));
    assertEquals(status, get(URL).status());
    assertEquals("1", get(URL).text());
  }

  @Test
  void keepsNothingWhenTheRequestForbidsIt() {
    Request secret = Requests.get(URL).withHeaders(Headers.NONE.set("cache-control", "No-Store"));
    answers.add(Responses.of(200, "1"));
    answers.add(Responses.of(200, "2"));
    assertEquals("1", send(secret).text());
    assertEquals("2", send(secret).text());
  }

  @Test
  void letsOtherVerbsPass() {
    answers.add(Responses.of(200, "1"));
    answers.add(Responses.of(200, "2"));
    assertEquals("1", send(Requests.post(URL, "")).text());
    assertEquals("2", send(Requests.post(URL, "")).text());
  }

  @Test
  void takesALongBodyOutOfItsFileAndKeepsItThere() {
    String text = "0123456789".repeat(10);
    answers.add(Responses.of(200, text));
    get(URL);
    for (int i = 0; i < 2; i++) {
      try (Body body = get(URL).body()) {
        assertEquals(true, body instanceof Body.InFile);
        assertEquals(text, new String(body.bytes(), java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void asksAgainWhenAFileIsBroken() throws IOException {
    answers.add(Responses.of(200, "0123456789"));
    get(URL);
    Path file;
    try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
      file = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      answers.add(Responses.of(200, "again"));
      assertEquals("again", get(URL).text());
    }
    assertEquals(1 + whole.length, sent.size());
  }

  @Test
  void saysThatItCantKeepAnything() throws IOException {
    Files.writeString(directory.resolve("cache"), "a file");
    answers.add(Responses.of(200, "1"));
    var error = assertThrows(UserError.class, () -> get(URL));
    assertEquals(
        true,
        String.valueOf(error.getMessage())
            .startsWith("Cannot keep an answer in " + directory.resolve("cache")));
  }

  @Test
  void leavesNoFileBehindWhenTheQuestionFails() throws IOException {
    answers.add(Responses.of(200, "0123456789".repeat(10)));
    get(URL);
    time.pass(Duration.ofSeconds(60));
    assertThrows(java.util.NoSuchElementException.class, () -> get(URL));
    assertEquals(List.of("cache"), List.of(directory.toFile().list()));
  }

  @Test
  void leavesNoFileBehindWhenTheAnswerCantBeKept() throws IOException {
    Files.writeString(directory.resolve("cache"), "a file");
    Path file = Files.writeString(directory.resolve("answer"), "0123456789");
    Response plain = Responses.of(200, "");
    answers.add(new Response(200, "", Headers.NONE, new Body.InFile(file, 10), plain.url()));
    assertThrows(UserError.class, () -> get(URL));
    assertEquals(List.of("cache"), List.of(directory.toFile().list()));
  }

  private Response get(String url) {
    return send(Requests.get(url));
  }

  private Response send(Request request) {
    return cache(Duration.ofSeconds(60)).send(request, this::next);
  }

  private CacheStage cache(Duration ttl) {
    var bodies = new BodyReader(MEMORY, 1 << 20, directory);
    return new CacheStage(
        new CacheFiles(directory.resolve("cache"), bodies), ttl, Set.of(202, 503), time);
  }

  private Response next(Request request) {
    sent.add(request);
    return answers.remove();
  }

  private static Response with(String body, Headers headers) {
    Response plain = Responses.of(200, body);
    return new Response(200, plain.reason(), headers, plain.body(), plain.url());
  }
}
