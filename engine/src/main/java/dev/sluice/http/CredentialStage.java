package dev.sluice.http;

import java.util.List;

/// Takes the credentials off requests to addresses that came out of responses and are not trusted
/// (spec: README G-02).
final class CredentialStage implements Stage {
  private final Trust trust;

  CredentialStage(Trust trust) {
    this.trust = trust;
  }

  /// {@return a stage that adds credentials, passed over by requests that may not have any}
  ///
  /// @param adding adds authentication or a signature
  /// @param trust learns of each request that goes without
  static Stage guarded(Stage adding, Trust trust) {
    if (adding.equals(Stage.NONE)) {
      return adding;
    }
    return (request, next) -> {
      if (request.allowsCredentials()) {
        return adding.send(request, next);
      }
      trust.withheld(request.url());
      return next.send(request);
    };
  }

  @Override
  public Response send(Request request, Next next) {
    boolean mayHaveThem =
        request.purpose() != Request.Purpose.FROM_RESPONSE || trust.allows(request.url());
    return next.send(mayHaveThem ? request : stripped(request));
  }

  private Request stripped(Request request) {
    List<Headers.Line> harmless =
        request.headers().lines().stream().filter(line -> !WireHeaders.isCredential(line)).toList();
    if (harmless.size() < request.headers().lines().size()) {
      trust.withheld(request.url());
    }
    return request
        .withHeaders(new Headers(harmless))
        .withHarmlessBody()
        .withPurpose(Request.Purpose.UNTRUSTED);
  }
}
