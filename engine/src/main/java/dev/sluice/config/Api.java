package dev.sluice.config;

/// Where the API is and how it wants to be asked: `parameters.api` as one iteration sees it (spec:
/// run-and-http §2).
///
/// @param name `name`, `generic` when there is none; part of the name of a bucket
/// @param baseUrl where relative endpoints start
/// @param http headers, timeouts, ignored statuses
/// @param defaults what lies under every request but logins
/// @param retry what is tried again
/// @param tls certificates
public record Api(
    String name,
    BaseUrl baseUrl,
    HttpSettings http,
    DefaultOptions defaults,
    RetrySettings retry,
    TlsSettings tls) {}
