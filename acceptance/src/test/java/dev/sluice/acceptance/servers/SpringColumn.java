package dev.sluice.acceptance.servers;

import dev.sluice.acceptance.servers.Certificates.Issued;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/// Spring Authorization Server, in this process.
final class SpringColumn implements AuthorizationServer {
  static final String NAME =
      "Spring Authorization Server " + SpringSecurityCoreVersion.getVersion();

  private final ConfigurableApplicationContext context;
  private final ScriptedServer keys;

  private SpringColumn(ConfigurableApplicationContext context, ScriptedServer keys) {
    this.context = context;
    this.keys = keys;
  }

  /// All that is not a bean of ours is what Spring Boot makes of the properties.
  @EnableAutoConfiguration
  static class Application {}

  /// {@return a server that answers}
  ///
  /// @param clients whom it knows
  static AuthorizationServer start(List<TestClient> clients) throws Exception {
    Certificates certificates = Certificates.shared();
    Issued own = certificates.issue("localhost");
    ScriptedServer keys = ScriptedServer.start();
    List<RegisteredClient> registered = new ArrayList<>();
    StringBuilder trusted = new StringBuilder(certificates.authorityPem());
    for (TestClient client : clients) {
      keys.at("/" + client.id(), Answer.json(client.keys()), Answer.json(client.keys()));
      registered.add(registered(client, keys.url("/" + client.id())));
      if (client.proof() == Proof.SELF_SIGNED_TLS) {
        trusted.append(client.certificate().orElseThrow().certificatePem());
      }
    }
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.SERVLET)
            .initializers((GenericApplicationContext made) ->
                made.registerBean(
                    RegisteredClientRepository.class,
                    () -> new InMemoryRegisteredClientRepository(registered)))
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .properties(
                Map.of(
                    "server.address", "127.0.0.1",
                    "server.port", "0",
                    "server.ssl.bundle", "own",
                    "server.ssl.client-auth", "want",
                    "spring.ssl.bundle.pem.own.keystore.certificate", own.certificatePem(),
                    "spring.ssl.bundle.pem.own.keystore.private-key", own.keyPem(),
                    "spring.ssl.bundle.pem.own.truststore.certificate", trusted.toString()))
            .run();
    return new SpringColumn(context, keys);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String tokenUrl(Proof proof) {
    int port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort();
    return "https://localhost:" + port + "/oauth2/token";
  }

  @Override
  public Optional<String> refusal(Proof proof) {
    return proof.isMalformed()
        ? Optional.of("decodes the header (RFC 6749 §2.3.1)")
        : Optional.empty();
  }

  @Override
  public void close() {
    context.close();
    keys.close();
  }

  private static RegisteredClient registered(TestClient client, String keysUrl) {
    Proof proof = client.proof();
    ClientSettings.Builder settings = ClientSettings.builder();
    switch (proof.kind()) {
      case SECRET, POSTED_SECRET -> {}
      case SECRET_JWT -> settings.tokenEndpointAuthenticationSigningAlgorithm(MacAlgorithm.HS256);
      case KEY_JWT ->
          settings
              .jwkSetUrl(keysUrl)
              .tokenEndpointAuthenticationSigningAlgorithm(
                  Objects.requireNonNull(SignatureAlgorithm.from(proof.algorithm())));
      case CERTIFICATE -> settings.x509CertificateSubjectDN(client.subject());
      case OWN_CERTIFICATE -> settings.jwkSetUrl(keysUrl);
    }
    RegisteredClient.Builder builder =
        RegisteredClient.withId(client.id())
            .clientId(client.id())
            .clientAuthenticationMethod(new ClientAuthenticationMethod(proof.kind().method()))
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientSettings(settings.build());
    if (!proof.secret().isEmpty()) {
      // A key for HMAC is taken as it stands; others are compared by an encoder that is named.
      String before = proof.kind() == Proof.Kind.SECRET_JWT ? "" : "{noop}";
      builder.clientSecret(before + proof.secret());
    }
    return builder.build();
  }
}
