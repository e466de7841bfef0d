package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.Job;
import dev.sluice.config.JobReader;
import dev.sluice.config.Pagination;
import dev.sluice.config.PaginationReader;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.http.ResponseDocument;
import dev.sluice.json.LongList;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a driver that runs ahead may rely on (spec: jobs-and-paging §5.1, §9).
final class JobInstanceTest {
  private static final String PARENT_AND_CHILD =
      """
      [{"endpoint": "shops", "children": [
        {"endpoint": "shops/{id}/a", "placeholders": {"id": "id"}},
        {"endpoint": "{link}", "placeholders": {"link": "link"}}
      ]}]
      """;

  @Test
  void startsAFailingRowAtItsPlaceInTheOrder() {
    PageOutcome.Page page = page(PARENT_AND_CHILD, "[{\"id\":1},{\"name\":\"x\"}]");
    Iterator<ChildStart> children = page.children().iterator();
    assertEquals("shops/1/a", endpoint(children.next()));
    assertTrue(children.hasNext());
    var error = assertThrows(UserError.class, children::next);
    assertEquals(
        "No value found for id in parent result. (level: 1)",
        error.problems().getFirst().message());
    assertEquals(
        "The child job 'shops/{id}/a' looks for 'id' in a row of its parent: it has name.",
        error.problems().getFirst().remedy());
  }

  @Test
  void canWalkThroughTheChildrenMoreThanOnce() {
    PageOutcome.Page page = page(PARENT_AND_CHILD, "[{\"id\":1,\"link\":\"https://b.example/x\"}]");
    for (int time = 0; time < 2; time++) {
      List<String> endpoints = new ArrayList<>();
      page.children().forEach(start -> endpoints.add(endpoint(start)));
      assertEquals(List.of("shops/1/a", "https://b.example/x"), endpoints);
    }
  }

  @Test
  void marksAnAddressThatARowGave() {
    PageOutcome.Page page = page(PARENT_AND_CHILD, "[{\"id\":1,\"link\":\"https://b.example/x\"}]");
    List<ApiRequest.Source> sources = new ArrayList<>();
    page.children()
        .forEach(start -> sources.add(start.instance().orElseThrow().request().source()));
    assertEquals(List.of(ApiRequest.Source.CONFIGURED, ApiRequest.Source.RESPONSE), sources);
  }

  @Test
  void hasNoChildrenWithoutRows() {
    assertFalse(page(PARENT_AND_CHILD, "[]").children().iterator().hasNext());
  }

  @Test
  void knowsWhichParametersAndHeadersAreSecret() {
    String jobs =
        """
        [{
          "endpoint": "shops",
          "params": {"key": {"attr": "#key"}, "open": "1"},
          "headers": {"X-Key": {"function": "concat", "args": ["k ", {"attr": "#key"}]}, "X-Open": "1"}
        }]
        """;
    ApiRequest request = JobInstance.root(read(jobs), settings(Pagination.NONE)).request();
    assertEquals(Set.of("key", "X-Key"), request.secretNames());
    assertEquals(Trace.json("{\"key\":\"secret\",\"open\":\"1\"}"), request.params());
    assertEquals(Trace.json("{\"X-Key\":\"k secret\",\"X-Open\":\"1\"}"), request.headers());
  }

  @Test
  void usesTheDefaultMethodWhereTheJobNamesNone() {
    var settings =
        new JobSettings(
            Pagination.NONE, scope(), Section.EMPTY, Optional.of(Method.POST), 3, false);
    assertEquals(
        Method.POST, JobInstance.root(read("[{\"endpoint\":\"a\"}]"), settings).request().method());
    assertEquals(
        Method.FORM,
        JobInstance.root(read("[{\"endpoint\":\"a\",\"method\":\"form\"}]"), settings)
            .request()
            .method());
  }

  @Test
  void numbersItsPages() {
    JobInstance job =
        JobInstance.root(read("[{\"endpoint\":\"a\"}]"), settings(offset("\"limit\":1")));
    PageRequest first = job.first();
    var second = assertInstanceOf(PageRequest.class, outcome(first, "[1]").next());
    assertEquals(1, first.number());
    assertEquals(2, second.number());
  }

  @Test
  void asksTheClockWhenItIsAskedForTheNextPage() {
    AtomicReference<Instant> now = new AtomicReference<>(Trace.NOW);
    var settings =
        new JobSettings(
            offset("\"limit\":1,\"forceStop\":{\"time\":5}"),
            Scope.of(now::get),
            Section.EMPTY,
            Optional.empty(),
            3,
            false);
    PageOutcome page =
        outcome(JobInstance.root(read("[{\"endpoint\":\"a\"}]"), settings).first(), "[1]");
    assertInstanceOf(PageRequest.class, page.next());
    now.set(Trace.NOW.plusSeconds(5));
    JobEnd end = assertInstanceOf(JobEnd.class, page.next());
    assertEquals("Force stopping: time limit reached (5 seconds).", end.reason().text());
  }

  @Test
  void countsEscapedBytesAsVolume() {
    JobInstance job =
        JobInstance.root(
            read("[{\"endpoint\":\"a\"}]"),
            settings(offset("\"limit\":1,\"forceStop\":{\"volume\":20}")));
    assertInstanceOf(
        PageRequest.class, outcome(job.first(), "{ \"items\" : [{\"id\":1}] }").next());
    assertInstanceOf(JobEnd.class, outcome(job.first(), "{\"items\":[{\"id\":10}]}").next());
    assertInstanceOf(JobEnd.class, outcome(job.first(), "{\"items\":[\"ž///\"]}").next());
  }

  @Test
  void endsQuietlyWithoutPaging() {
    JobEnd end = assertInstanceOf(JobEnd.class, page("[{\"endpoint\":\"a\"}]", "[1]").next());
    assertEquals(Optional.empty(), end.log());
  }

  @Test
  void reportsACursorErrorWhenTheNextPageIsAskedFor() {
    var pagination =
        PaginationReader.read(
            node("{\"method\":\"cursor\",\"idKey\":\"id\",\"param\":\"p\"}", new Problems()));
    PageOutcome page =
        outcome(
            JobInstance.root(read("[{\"endpoint\":\"a\"}]"), settings(pagination)).first(),
            "[{\"id\":\"x\"}]");
    var error = assertThrows(UserError.class, page::next);
    assertEquals("Cursor value '\"x\"' is not numeric.", error.problems().getFirst().message());
  }

  @Test
  void takesAListOutOfALongAnswerIntoTheNextRequest() {
    var pagination =
        PaginationReader.read(
            node(
                "{\"method\":\"response.param\",\"responseParam\":\"next\",\"queryParam\":\"p\"}",
                new Problems()));
    PageRequest first =
        JobInstance.root(read("[{\"endpoint\":\"a\"}]"), settings(pagination)).first();
    PageOutcome page = first.answered(Trace.passing("{\"next\":[1,2]}"));
    ApiRequest next = assertInstanceOf(PageRequest.class, page.next()).request();
    assertFalse(LongList.isIn(next.params()));
    assertEquals(Trace.json("{\"p\":[1,2]}"), next.params());
  }

  private static PageOutcome.Page page(String jobs, String document) {
    JobInstance job = JobInstance.root(read(jobs), settings(Pagination.NONE));
    return assertInstanceOf(PageOutcome.Page.class, outcome(job.first(), document));
  }

  private static PageOutcome outcome(PageRequest request, String document) {
    return request.answered(ResponseDocument.of(Trace.json(document)));
  }

  private static String endpoint(ChildStart start) {
    return start.instance().orElseThrow().request().endpoint();
  }

  private static Pagination offset(String options) {
    return PaginationReader.read(node("{\"method\":\"offset\"," + options + "}", new Problems()));
  }

  private static JobSettings settings(Pagination pagination) {
    return new JobSettings(pagination, scope(), Section.EMPTY, Optional.empty(), 3, false);
  }

  private static Scope scope() {
    return Scope.of(() -> Trace.NOW).with("attr", Trace.json("{\"#key\":\"secret\"}"));
  }

  private static Job read(String jobs) {
    var problems = new Problems();
    List<Job> read = JobReader.read(node(jobs, problems), Pagination.NONE);
    problems.throwIfAny();
    return read.getFirst();
  }

  private static ConfigNode node(String text, Problems problems) {
    return ConfigNode.of(Trace.json(text), ConfigPath.of("x"), problems);
  }
}
