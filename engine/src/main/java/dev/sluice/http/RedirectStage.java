package dev.sluice.http;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.Optional;
import java.util.regex.Pattern;

/// Follows redirects (spec: run-and-http §4.10, README G-02).
///
/// Each hop passes the stages after this one, so it has its own retries and authentication. Which
/// credentials go along is decided per hop by a later stage.
final class RedirectStage implements Stage {
  private static final int MOST = 5;
  private static final int FIRST_THAT_KEEPS_THE_METHOD = 304;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern WEB = Pattern.compile("(?i)https?:.*");

  @Override
  public Response send(Request request, Next next) {
    Request hop = request;
    for (int redirects = 0; ; redirects++) {
      Response response = next.send(hop);
      Optional<String> location =
          response.status() / 100 == 3 ? response.headers().first("Location") : Optional.empty();
      if (location.isEmpty()) {
        return response.at(hop.url());
      }
      response.body().close();
      if (redirects == MOST) {
        throw new UserError("Will not follow more than " + MOST + " redirects");
      }
      hop = follow(hop, response.status(), location.get());
    }
  }

  private static Request follow(Request from, int status, String location) {
    Url to = target(from.url(), status, location);
    boolean becomesGet = status < FIRST_THAT_KEEPS_THE_METHOD && !from.verb().equals("GET");
    if (from.purpose().isLogin()) {
      checkLogin(from, to, becomesGet);
    }
    Request next = becomesGet ? from.asGet() : from;
    return next.withUrl(to)
        .withHeaders(next.headers().without("Host"))
        .withPurpose(from.purpose().isLogin() ? from.purpose() : Request.Purpose.FROM_RESPONSE);
  }

  private static Url target(Url from, int status, String location) {
    if (SCHEME.matcher(location).matches() && !WEB.matcher(location).matches()) {
      throw new UserError(
          "The API request failed: [%d] Redirect URI, %s, does not use one of the allowed redirect protocols: http, https"
              .formatted(status, location));
    }
    return from.resolve(location);
  }

  private static void checkLogin(Request from, Url to, boolean becomesGet) {
    boolean isElsewhere = !to.origin().equals(from.url().origin());
    boolean losesBody = becomesGet && from.purpose() == Request.Purpose.CLIENT_CREDENTIALS;
    if (isElsewhere || losesBody) {
      throw new UserError(
          Problem.of(
              "The token endpoint answered with a redirect to " + to.shown() + ".",
              "If this is the right address, write it into the configuration."));
    }
  }
}
