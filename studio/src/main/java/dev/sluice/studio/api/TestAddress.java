package dev.sluice.studio.api;

import dev.sluice.action.ActionFailure;
import dev.sluice.action.FoundLists;
import dev.sluice.action.Scratch;
import dev.sluice.action.TestJson;
import dev.sluice.action.TestRequest;
import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.paging.PagingGuess;
import dev.sluice.run.Bounds;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.run.ResultTables;
import dev.sluice.studio.run.Runs;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tests of an endpoint: bounded runs whose results go into a folder of their own (spec: studio
/// §2.2, §4.5). Safe for several threads; to be closed.
final class TestAddress implements AutoCloseable {
  private static final long USUAL_PARENTS = 20;
  private static final long USUAL_SECONDS = 30;
  private static final long USUAL_BODY_BYTES = 1_000_000;
  private static final long MOST_BODY_BYTES = 16 << 20;
  private static final long MOST_SECONDS = 600;

  /// Longer answers than this are not for looking at.
  private static final long LONGEST_ANSWER = 32 << 20;

  private static final int PREVIEW_ROWS = 100;

  private final Workspace workspace;
  private final Runs runs;
  private final Map<String, TestRequest> running = new ConcurrentHashMap<>();

  TestAddress(Workspace workspace, Runs runs) {
    this.workspace = workspace;
    this.runs = runs;
  }

  /// {@return what an endpoint answers, and what becomes of it}
  ///
  /// @param request `text`, `inputs` with `__SELECTED_JOB`, `limits`, `state`, and `id`, by which
  ///   the test can be cancelled
  Reply test(Document request) {
    ConfigDocument document = workspace.restored(request.requiredText("text"));
    var limits = new Document(request.object("limits"));
    var inputs = new Document(request.object("inputs"));
    Bounds bounds =
        new Bounds(
            TestRequest.selected(inputs.text("__SELECTED_JOB").orElse("")),
            Math.max(1, limits.number("pages", 1)),
            limits.number("parents", USUAL_PARENTS),
            LONGEST_ANSWER,
            Duration.ofSeconds(
                Math.clamp(limits.number("seconds", USUAL_SECONDS), 1, MOST_SECONDS)));
    int bodyBytes = (int) Math.clamp(limits.number("bytes", USUAL_BODY_BYTES), 1, MOST_BODY_BYTES);
    try (Scratch scratch = Scratch.make()) {
      RunRequest run =
          runs.withState(workspace.request(document, Events.NONE), RunAddress.isContinued(request))
              .within(bounds)
              .in(scratch.folder());
      var test = new TestRequest(run, bodyBytes);
      String id = request.text("id").orElse("");
      running.put(id, test);
      try {
        return answer(test.run(), run, document);
      } finally {
        running.remove(id, test);
      }
    } catch (IOException e) {
      throw new Refusal(422, "no_room", "Cannot make a temporary folder: " + e.getMessage());
    }
  }

  /// Ends a test as soon as possible.
  ///
  /// @param names its `id`
  /// @throws Refusal if it is not running
  Reply cancel(Map<String, String> names) {
    TestRequest test = running.get(names.getOrDefault("id", ""));
    if (test == null) {
      throw Refusal.notFound("This test is not running.");
    }
    test.cancel();
    return Reply.done();
  }

  @Override
  public void close() {
    running.values().forEach(TestRequest::cancel);
  }

  private static Reply answer(TestRequest.Result result, RunRequest run, ConfigDocument document) {
    var json = new TestJson(run.redactor());
    var whole = JsonObject.builder();
    JsonObject original = json.original(result);
    original.forEach(whole::put);
    guess(original, whole);
    whole
        .put("exchanges", json.exchanges(result.exchanges()))
        .put(
            "tables", result.summary().map(summary -> tables(run, summary)).orElse(JsonArray.EMPTY))
        .put("warnings", Json.texts(result.warnings()));
    var answer = JsonObject.builder();
    if (result.failure().isPresent()) {
      ActionFailure failure = result.failure().get();
      answer
          .put("status", "error")
          .put(
              "error",
              failure.json(failure.path().map(document::pointer).map(Object::toString).orElse("")));
    } else {
      answer.put("status", "ok");
    }
    return Reply.json(answer.put("result", whole.build()).build());
  }

  /// What the last answer says about further pages, and where its records may be.
  private static void guess(JsonObject original, JsonObject.Builder whole) {
    JsonValue body = original.object("response").find("data").orElse(JsonNull.NULL);
    String url =
        original.object("request").valueOrNull("url") instanceof JsonString(String text)
            ? text
            : "";
    PagingGuess.of(body, url)
        .ifPresent(guess ->
            whole.put(
                "guess",
                JsonObject.builder()
                    .put("pagination", guess.pagination())
                    .put("words", guess.words())
                    .build()));
    whole.put(
        "lists",
        Json.list(
            FoundLists.in(body),
            place ->
                JsonObject.builder()
                    .put("path", place.path())
                    .put("count", JsonNumber.of(place.count()))
                    .build()));
  }

  /// The folder is gone when the test is over: the first rows come along.
  private static JsonArray tables(RunRequest run, RunSummary summary) {
    List<JsonValue> tables = new ArrayList<>();
    List<JsonValue> shown = ResultTables.json(run, summary).items();
    for (int i = 0; i < shown.size(); i++) {
      tables.add(
          ((JsonObject) shown.get(i))
              .with(
                  "preview",
                  ResultTables.rows(
                      summary.tables().get(i).file(), 0, PREVIEW_ROWS, run.redactor())));
    }
    return new JsonArray(tables);
  }
}
