package dev.sluice.config;

import java.util.Optional;

/// Reads [AwsSettings].
public final class AwsSettingsReader {
  private AwsSettingsReader() {}

  /// {@return what to sign with, if requests are to be signed}
  ///
  /// @param aws `parameters.aws`
  public static Optional<AwsSettings> read(ConfigNode aws) {
    ConfigNode credentials = aws.at("signature").at("credentials");
    if (credentials.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AwsSettings(
            text(credentials, "accessKeyId"),
            text(credentials, "#secretKey"),
            text(credentials, "serviceName"),
            text(credentials, "regionName")));
  }

  private static String text(ConfigNode credentials, String key) {
    Optional<String> text = credentials.at(key).nonEmptyText();
    if (text.isEmpty()) {
      credentials
          .at(key)
          .error(
              "Option \""
                  + key
                  + "\" under \"parameters.aws.signature.credentials\" cannot be empty.");
    }
    return text.orElse("");
  }
}
