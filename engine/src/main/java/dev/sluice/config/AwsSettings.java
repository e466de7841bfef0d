package dev.sluice.config;

/// The signature of Amazon Web Services on every request: `parameters.aws.signature.credentials`
/// (spec: authentication §10).
///
/// @param accessKeyId names the key
/// @param secretKey signs; a secret
/// @param serviceName the service in the scope of the signature, such as `execute-api`
/// @param regionName the region in the scope of the signature, such as `eu-central-1`
public record AwsSettings(
    String accessKeyId, String secretKey, String serviceName, String regionName) {

  /// {@return the scope, without any key}
  @Override
  public String toString() {
    return "AwsSettings[%s/%s]".formatted(regionName, serviceName);
  }
}
