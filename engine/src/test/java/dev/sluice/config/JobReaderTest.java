package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of jobs and what is wrong with it (spec: jobs-and-paging §2, §5).
final class JobReaderTest {
  private static final String TWO_SCROLLERS =
      "{\"method\":\"multiple\",\"scrollers\":{\"a\":{\"method\":\"pagenum\"},\"b\":{\"method\":\"multiple\",\"scrollers\":{\"c\":{}}}}}";

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/jobs-and-paging/2-5-job-errors.csv",
      delimiterString = " | ",
      quoteCharacter = '`',
      numLinesToSkip = 2)
  void reportsTheErrorAtLoad(String jobs, String error) {
    assertEquals(List.of(error), read(jobs).errors());
  }

  @Test
  void hasTheDefaultsOfTheTable() {
    Job job = read("[{\"endpoint\":\"user/{user-id}\"}]").value().getFirst();
    assertEquals("user/{user-id}", job.request().endpoint());
    assertEquals(Optional.empty(), job.request().method());
    assertEquals(JsonObject.EMPTY, job.request().params().source());
    assertEquals(JsonObject.EMPTY, job.request().headers().source());
    assertEquals(Optional.empty(), job.rows().dataField());
    assertEquals("user/{user-id}", job.rows().dataType());
    assertEquals(ResponseFilterPaths.NONE, job.rows().filter());
    assertEquals(JsonObject.EMPTY, job.userData().source());
    assertEquals(Job.ChildRule.NONE, job.rule());
    assertEquals(List.of(), job.children());
  }

  @Test
  void makesTheIdOfTheContent() {
    assertEquals(List.of("7a3066f6742e87d91637e43c584cfce7"), ids("[{\"endpoint\":\"a\"}]"));
  }

  @Test
  void takesIdenticalJobsForOne() {
    assertEquals(1, ids("[{\"endpoint\":\"a\"},{\"endpoint\":\"a\"}]").size());
    assertEquals(2, ids("[{\"endpoint\":\"a\"},{\"endpoint\":\"a\",\"params\":{}}]").size());
    assertEquals(
        2, ids("[{\"endpoint\":\"a\",\"params\":{}},{\"params\":{},\"endpoint\":\"a\"}]").size());
    assertEquals(
        2,
        ids("[{\"endpoint\":\"a\",\"params\":{\"x\":1}},{\"endpoint\":\"a\",\"params\":{\"x\":\"1\"}}]")
            .size());
    assertEquals(2, ids("[{\"endpoint\":\"a\"},{\"endpoint\":\"a\",\"__NAME\":\"again\"}]").size());
  }

  @Test
  void letsALaterJobOfTheSameIdTakeTheEarliersPlace() {
    List<Job> jobs =
        read("[{\"id\":\"x\",\"endpoint\":\"a\"},{\"endpoint\":\"b\"},{\"id\":\"x\",\"endpoint\":\"c\"}]")
            .value();
    assertEquals(List.of("c", "b"), jobs.stream().map(job -> job.request().endpoint()).toList());
  }

  @Test
  void takesANumberAsId() {
    assertEquals(List.of("5"), ids("[{\"id\":5,\"endpoint\":\"a\"}]"));
  }

  @Test
  void takesTheValuesOfAnObjectAsJobs() {
    assertEquals(2, ids("{\"x\":{\"endpoint\":\"a\"},\"y\":{\"endpoint\":\"b\"}}").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "Get", "GET"})
  void takesMethodsInAnyCase(String method) {
    Job job = read("[{\"endpoint\":\"a\",\"method\":\"" + method + "\"}]").value().getFirst();
    assertEquals(Optional.of("GET"), job.request().method());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "items"                           | items | .
          5                                 | 5     | .
          {"path":"a/b","delimiter":"/"}    | a/b   | /
          {"path":"a.b"}                    | a.b   | .
          {"path":"a.b","delimiter":""}     | a.b   | .
          {"path":3}                        | 3     | .
          """)
  void readsWhereTheRowsAre(String dataField, String path, String delimiter) {
    Job job = read("[{\"endpoint\":\"a\",\"dataField\":" + dataField + "}]").value().getFirst();
    assertEquals(Optional.of(new DataField(path, delimiter)), job.rows().dataField());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "a.b"                 | a.b
          ["a.b","c[]"]         | a.b,c[]
          {"x":"a","y":"b"}     | a,b
          """)
  void readsFilters(String filter, String paths) {
    Job job = read("[{\"endpoint\":\"a\",\"responseFilter\":" + filter + "}]").value().getFirst();
    assertEquals(List.of(paths.split(",", -1)), job.rows().filter().paths());
  }

  @Test
  void ignoresWhatMeansNothingOnRootJobs() {
    var read =
        read("[{\"endpoint\":\"a\",\"placeholders\":\"x\",\"recursionFilter\":\"a=1\",\"x\":1}]");
    assertEquals(List.of(), read.errors());
  }

  @Test
  void knowsTheScrollersThatAJobMayChoose() {
    assertEquals(List.of(), chosen("a"));
    assertEquals(
        List.of("Scroller 'x' not set in API definitions. Scrollers defined: a, b"), chosen("x"));
    assertEquals(
        List.of("Scroller 'b' not set in API definitions. Scrollers defined: c"), chosen("b"));
  }

  @Test
  void ignoresAScrollerWhereThereIsNothingToChoose() {
    assertEquals(List.of(), read("[{\"endpoint\":\"a\",\"scroller\":\"x\"}]").errors());
  }

  @Test
  void readsNumbersAsPathsOfPlaceholders() {
    Job child =
        read("[{\"endpoint\":\"a\",\"children\":[{\"endpoint\":\"b\",\"placeholders\":{\"123\":5}}]}]")
            .value()
            .getFirst()
            .children()
            .getFirst();
    assertEquals(
        List.of(new Placeholder("123", 1, "5", Optional.empty())), child.rule().placeholders());
  }

  @Test
  void reportsAllErrorsWithTheirPlaces() {
    var problems =
        read("[{\"endpoint\":\"a\"},{\"endpoint\":\"\",\"children\":[{\"endpoint\":\"c\",\"params\":1}]}]")
            .problems()
            .errors();
    assertEquals(
        List.of("jobs[1].endpoint", "jobs[1].children[0].params"),
        problems.stream().map(problem -> problem.path().orElseThrow().text()).toList());
  }

  @Test
  void warnsOfFunctionsThatWouldBeSentAsTheyStand() {
    assertEquals(
        List.of("A function or reference in a list is sent as it stands"),
        read("[{\"endpoint\":\"a\",\"params\":{\"ids\":[{\"attr\":\"x\"}]}}]").warnings());
  }

  @Test
  void namesTheColumnsOfSingleUserData() {
    assertEquals(
        JsonObject.of("job_parent_id", ReadConfig.json("\"y\"")),
        read("[{\"endpoint\":\"a\",\"userData\":\"y\"}]").value().getFirst().userData().source());
    assertEquals(
        JsonObject.of("userData", ReadConfig.json("5")),
        ReadConfig.of("userData", "5", UserDataReader::ofConfiguration).value().source());
  }

  private static List<String> chosen(String scroller) {
    Pagination pagination =
        ReadConfig.of("pagination", TWO_SCROLLERS, PaginationReader::read).value();
    String jobs = "[{\"endpoint\":\"a\",\"scroller\":\"" + scroller + "\"}]";
    return ReadConfig.of("jobs", jobs, node -> JobReader.read(node, pagination)).errors();
  }

  private static ReadConfig<List<Job>> read(String jobs) {
    return ReadConfig.of("jobs", jobs, node -> JobReader.read(node, Pagination.NONE));
  }

  private static List<String> ids(String jobs) {
    return read(jobs).value().stream().map(Job::id).toList();
  }
}
