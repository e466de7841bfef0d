package dev.sluice.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.TlsSettings;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Request;
import dev.sluice.http.Requests;
import dev.sluice.http.transport.Transports;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import dev.sluice.testkit.TlsListeners;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsSocketsTest {

  @Test
  void trustsTheConfiguredAuthority() {
    try (var server = ScriptedServer.on(TlsListeners.sound(), "https").then(Answer.json("1"));
        var transport = Transports.with(Transports.trusting())) {
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  @Test
  void findsTheAuthorityAmongSeveralCertificates() {
    String pem = TlsListeners.pem("client-without-key.pem") + TlsListeners.pem("authority.pem");
    try (var server = ScriptedServer.on(TlsListeners.sound(), "https").then(Answer.json("1"));
        var transport = Transports.with(new TlsSettings(Optional.of(pem), Optional.empty()))) {
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-pkcs8.pem",
        "client-pkcs1.pem",
        "client-ec-sec1.pem",
        "client-ec-pkcs8.pem",
        "client-ed25519.pem"
      })
  void presentsTheClientCertificateWhateverTheFormOfItsKey(String file) {
    try (var server =
            ScriptedServer.on(TlsListeners.forKnownClients(), "https").then(Answer.json("1"));
        var transport = Transports.with(identified(TlsListeners.pem(file)))) {
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  @Test
  void readsACertificateWhoseLineBreaksWereLost() {
    String pem = TlsListeners.pem("client-pkcs8.pem").replace("\n", " ");
    try (var server =
            ScriptedServer.on(TlsListeners.forKnownClients(), "https").then(Answer.json("1"));
        var transport = Transports.with(identified(pem))) {
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  @Test
  void keepsTheClientCertificateFromAddressesThatAreNotTrusted() {
    try (var server =
            ScriptedServer.on(TlsListeners.forKnownClients(), "https").then(Answer.json("1"));
        var transport = Transports.with(identified(TlsListeners.pem("client-pkcs8.pem")))) {
      Request request = Requests.get(server.url("/"));
      assertEquals("1", transport.send(request).text());
      assertThrows(
          NetworkFailure.class,
          () -> transport.send(request.withPurpose(Request.Purpose.UNTRUSTED)));
    }
  }

  @Test
  void looksAtCertificatesOnlyWhenAConnectionNeedsThem() {
    var broken = new TlsSettings(Optional.of("broken"), Optional.of("broken"));
    try (var server = ScriptedServer.start(Answer.json("1"));
        var transport = Transports.with(broken)) {
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  private static TlsSettings identified(String pem) {
    return new TlsSettings(Transports.trusting().caCertificates(), Optional.of(pem));
  }
}
