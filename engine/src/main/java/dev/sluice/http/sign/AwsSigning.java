package dev.sluice.http.sign;

import dev.sluice.config.AwsSettings;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Signs each attempt with AWS Signature Version 4 (spec: authentication §10). Takes the place of
/// any other `Authorization`, and writes the query as it is signed.
public final class AwsSigning implements Stage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final AwsSettings settings;
  private final InstantSource clock;

  /// Prepares for requests.
  ///
  /// @param settings the keys
  /// @param clock dates signatures; services refuse one that is 5 to 15 minutes off
  public AwsSigning(AwsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Response send(Request request, Next next) {
    return next.send(signed(request, clock.instant()));
  }

  /// {@return the request as it is sent}
  ///
  /// @param request complete but for the signature
  /// @param now the date of the signature
  Request signed(Request request, Instant now) {
    String date = DATE.format(now);
    var query = SignedQuery.of(request.url().query());
    Headers headers =
        request.headers().without("Authorization").without("Date").set("X-Amz-Date", date);
    String payload =
        headers.first(AwsSignature.PAYLOAD).orElseGet(() -> AwsSignature.hash(request.body()));
    if (settings.serviceName().equals(AwsSignature.S3) && !headers.has(AwsSignature.PAYLOAD)) {
      headers = headers.set(AwsSignature.PAYLOAD, payload);
    }
    Request dated = request.withUrl(request.url().withQuery(query.text())).withHeaders(headers);
    var signature = new AwsSignature(settings, date);
    return dated.withHeaders(
        headers.setCredential(
            "Authorization", signature.authorization(dated, query.canonical(), payload)));
  }
}
