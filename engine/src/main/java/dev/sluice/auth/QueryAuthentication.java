package dev.sluice.auth;

import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;

/// Parameters computed for each attempt and put into the query (spec: authentication §4).
///
/// @param query names and values
/// @param scope what the values may refer to, besides the request
record QueryAuthentication(Section query, Scope scope) implements Stage {
  private static final ConfigPath PATH = Placed.SECTION.key("query");

  @Override
  public Response send(Request request, Next next) {
    JsonObject parameters = query.in(RequestSnapshot.in(scope, request));
    Url url = request.url();
    return next.send(
        request.withUrl(url.withQuery(QueryMerge.replacing(url.query(), parameters, PATH))));
  }
}
