package dev.sluice.http;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.Set;

/// Turns what can't be used into the error that ends the run (spec: run-and-http §4.13): a status
/// from 400 that is not to be ignored, and a failure of the network. The answer of a token endpoint
/// is judged by whoever asked: its errors have a form of their own (RFC 6749 §5.2).
final class StatusStage implements Stage {
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final String TRUST_IT =
      "If it may have them, add the origin to 'api.http.trustedOrigins'.";

  private final Set<Integer> ignored;
  private final Trust trust;

  StatusStage(Set<Integer> ignored, Trust trust) {
    this.ignored = ignored;
    this.trust = trust;
  }

  @Override
  public Response send(Request request, Next next) {
    Response response;
    try {
      response = next.send(request);
    } catch (NetworkFailure failure) {
      throw failure.asUserError();
    }
    if (response.status() < FIRST_ERROR
        || ignored.contains(response.status())
        || request.purpose() == Request.Purpose.CLIENT_CREDENTIALS) {
      return response;
    }
    try (Body _ = response.body()) {
      throw new UserError(
          Problem.of(
              "The API request failed: [%d] %s"
                  .formatted(response.status(), HttpErrorText.of(request, response)),
              remedy(request, response)));
    }
  }

  private String remedy(Request request, Response response) {
    boolean isRefusal = response.status() == 401 || response.status() == 403;
    boolean isFromResponse =
        request.purpose() == Request.Purpose.FROM_RESPONSE
            || !response.url().origin().equals(request.url().origin());
    if (isRefusal && isFromResponse && !trust.allows(response.url())) {
      return "The request went to %s without credentials, because a response named that address. %s"
          .formatted(response.url().shownOrigin(), TRUST_IT);
    }
    return usualRemedy(response.status());
  }

  private static String usualRemedy(int status) {
    return switch (status) {
      case 400, 422 -> "Check the endpoint's parameters against the API's documentation.";
      case 401 -> "Check the authentication: the API does not accept the credentials.";
      case 403 -> "The credentials are accepted, but lack a right or scope for this endpoint.";
      case 404, 410 -> "Check the endpoint, and whether 'api.baseUrl' ends with a slash.";
      case 405 -> "Check the job's 'method'.";
      case 429 -> "The API asks for fewer requests: set 'api.http.concurrency' to 1, or run later.";
      default ->
          status >= FIRST_SERVER_ERROR
              ? "The fault is the API's: run again later, or ask its owner."
              : "Check the request against the API's documentation.";
    };
  }
}
