package dev.sluice.job;

import dev.sluice.http.ApiRequest;
import dev.sluice.http.Url;
import java.util.regex.Pattern;

/// The endpoint of a job instance.
///
/// @param text placeholders replaced
/// @param source where the host comes from
record Endpoint(String text, ApiRequest.Source source) {
  private static final Pattern OWN_HOST =
      Pattern.compile(
          "\\s*(https?:)?//[^/?#\\\\{]+([/?#].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// {@return the endpoint of a child} If a placeholder had a say in the host, the address comes
  /// out of a response (spec: README G-02).
  ///
  /// @param configured as configured
  /// @param expanded placeholders replaced
  static Endpoint expanded(String configured, String expanded) {
    boolean isForeign = Url.namesHost(expanded) && !OWN_HOST.matcher(configured).matches();
    return new Endpoint(
        expanded, isForeign ? ApiRequest.Source.RESPONSE : ApiRequest.Source.CONFIGURED);
  }
}
