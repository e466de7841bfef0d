package dev.sluice.http.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sluice.testkit.TlsListeners;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

final class ClientKeyTest {
  @Test
  void isShownToServersThatNameOtherAuthorities() throws GeneralSecurityException {
    ClientKey key = key();
    Principal[] others = {new X500Principal("CN=Somebody else")};

    String alias = key.chooseClientAlias(new String[] {"EC", "RSA"}, others, null);

    assertNotNull(alias);
    assertArrayEquals(chain().toArray(X509Certificate[]::new), key.getCertificateChain(alias));
    assertEquals("RSA", key.getPrivateKey(alias).getAlgorithm());
  }

  @Test
  void isKeptBackFromServersThatCannotReadIt() throws GeneralSecurityException {
    assertNull(key().chooseClientAlias(new String[] {"EC"}, null, null));
  }

  private static ClientKey key() throws GeneralSecurityException {
    PrivateKey key =
        PrivateKeys.in(TlsListeners.pem("client-pkcs8.pem"), chain().getFirst().getPublicKey());
    return new ClientKey(key, chain());
  }

  private static List<X509Certificate> chain() throws GeneralSecurityException {
    return Certificates.in(TlsListeners.pem("client-pkcs8.pem"));
  }
}
