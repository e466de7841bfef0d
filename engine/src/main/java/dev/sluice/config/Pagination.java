package dev.sluice.config;

import dev.sluice.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How the further pages of a job are found: `api.pagination` (spec: jobs-and-paging §6, §7).
///
/// @param method what the next request is made of
/// @param stopRules what ends the paging before the method does
public record Pagination(Method method, StopRules stopRules) {
  /// One request per job.
  public static final Pagination NONE = new Pagination(new None(), StopRules.NONE);

  /// {@return whether a stop rule looks at the clock, so that a page has to wait for the children
  /// of the one before} (spec: jobs-and-paging §9.2)
  public boolean dependsOnTime() {
    boolean inner =
        method instanceof Multiple multiple
            && multiple.scrollers().values().stream().anyMatch(Pagination::dependsOnTime);
    return inner || stopRules.forceStop().flatMap(StopRules.ForceStop::time).isPresent();
  }

  /// The methods there are, each with its options.
  public sealed interface Method {}

  /// One request per job.
  public record None() implements Method {}

  /// `offset`: the number of rows to pass over grows by the limit.
  ///
  /// @param limit rows of a full page, unless the job's params say otherwise
  /// @param limitParam the parameter that carries the limit
  /// @param offsetParam the parameter that carries the number of rows to pass over
  /// @param firstPageParams whether the first request has the two parameters
  /// @param offsetFromJob whether the job's params say where to begin
  public record Offset(
      long limit,
      String limitParam,
      String offsetParam,
      boolean firstPageParams,
      boolean offsetFromJob)
      implements Method {}

  /// `pagenum`: the number of the page grows by one.
  ///
  /// @param limit rows of a full page, unless the job's params say otherwise
  /// @param limitParam the parameter that carries the limit
  /// @param pageParam the parameter that carries the number of the page
  /// @param firstPage the number of the first page
  /// @param firstPageParams whether the first request has the parameters
  public record Pagenum(
      OptionalLong limit,
      String limitParam,
      String pageParam,
      long firstPage,
      boolean firstPageParams)
      implements Method {}

  /// `response.url`: each response holds the address of the next page.
  ///
  /// @param urlKey path to the address
  /// @param delimiter separates the steps of the path
  /// @param includeParams whether the job's params are sent along
  /// @param paramIsQuery whether the address is only a query for the job's own endpoint
  public record ResponseUrl(
      String urlKey, String delimiter, boolean includeParams, boolean paramIsQuery)
      implements Method {}

  /// `response.param`: each response holds a value that the next request has to carry.
  ///
  /// @param responseParam path to the value
  /// @param queryParam the parameter that carries it
  /// @param includeParams whether the job's params are sent along
  /// @param scrollRequest what the further requests are made of, if not of the job
  public record ResponseParam(
      String responseParam,
      String queryParam,
      boolean includeParams,
      Optional<ScrollRequest> scrollRequest)
      implements Method {}

  /// `cursor`: the greatest or smallest value seen in the rows goes into the next request.
  ///
  /// @param idKey path to the value in a row
  /// @param param the parameter that carries it
  /// @param increment added to it before it is sent
  /// @param reverse whether the smallest value counts
  public record Cursor(String idKey, String param, long increment, boolean reverse)
      implements Method {}

  /// `zendesk.response.url`: as `response.url`, but it stops before the last minutes, which the API
  /// does not serve.
  ///
  /// @param urlKey path to the address of the next page
  /// @param includeParams whether the job's params are sent along
  /// @param paramIsQuery whether the address is only a query for the job's own endpoint
  public record ZendeskResponseUrl(String urlKey, boolean includeParams, boolean paramIsQuery)
      implements Method {}

  /// `multiple`: each job chooses among several.
  ///
  /// @param scrollers by name, in the order of the file
  /// @param preferred the name that jobs without a `scroller` use
  public record Multiple(Map<String, Pagination> scrollers, Optional<String> preferred)
      implements Method {

    /// Keeps an unmodifiable copy.
    public Multiple {
      scrollers = Collections.unmodifiableMap(new LinkedHashMap<>(scrollers));
    }

    /// {@return what a job is paged by; one request if it chooses none and none is preferred}
    ///
    /// @param scroller the job's `scroller`; checked when the configuration was read
    public Pagination chosenBy(Optional<String> scroller) {
      return scroller.or(this::preferred).map(scrollers::get).orElse(Pagination.NONE);
    }
  }

  /// A partial job that the requests after the first one are made of.
  ///
  /// @param endpoint instead of the job's
  /// @param method `GET`, `POST` or `FORM`, instead of the job's
  /// @param params laid over the job's
  /// @param headers laid over the job's
  public record ScrollRequest(
      Optional<String> endpoint, Optional<String> method, JsonObject params, JsonObject headers) {}
}
