package dev.sluice.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {
  private final Redactor redactor = new Redactor();

  @Test
  void masksASecretWhereverItStands() {
    redactor.add("s3cret/value+");
    assertEquals("key=•••&a=1", redactor.redact("key=s3cret/value+&a=1"));
    assertEquals("key=•••&a=1", redactor.redact("key=s3cret%2Fvalue%2B&a=1"));
    assertEquals("{\"k\":\"•••\"}", redactor.redact("{\"k\":\"s3cret\\/value+\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "client-7:"})
  void masksASecretInBase64AfterAnyText(String before) {
    redactor.add("s3cret-value-of-some-length");
    String encoded =
        Base64.getEncoder()
            .encodeToString(
                (before + "s3cret-value-of-some-length").getBytes(StandardCharsets.UTF_8));
    assertTrue(redactor.holdsSecret("Basic " + encoded), encoded);
    assertTrue(redactor.redact("Basic " + encoded).contains(Redactor.MASK));
  }

  @Test
  void leavesShortValuesAlone() {
    redactor.add("abc");
    assertEquals("abcdef", redactor.redact("abcdef"));
  }

  @Test
  void masksTheLongerOfTwoSecretsFirst() {
    redactor.add("s3cret");
    redactor.add("s3cret-value");
    assertEquals("•••", redactor.redact("s3cret-value"));
  }

  /// Whatever the place of the cut: from three characters on nothing of the secret is left.
  @Test
  void masksTheBeginningOfASecretThatWasCut() {
    String secret = "Zq7secretvalue0123456789Xy";
    redactor.add(secret);
    for (String cut : new String[] {" (truncated...)", "…"}) {
      for (int length = 4; length < secret.length(); length++) {
        String text = "body: {\"m\":\"" + secret.substring(0, length) + cut + " and more";
        assertEquals("body: {\"m\":\"•••" + cut + " and more", redactor.redact(text));
      }
    }
    assertEquals("Zq7 … secretvalue", redactor.redact("Zq7 … secretvalue"));
  }

  @Test
  void forgetsOnlyValuesMadeInPassing() {
    redactor.add("lasting-secret");
    redactor.addPassing("first-in-passing");
    assertEquals("•••", redactor.redact("first-in-passing"));
    for (int i = 0; i < 1_000; i++) {
      redactor.addPassing("value-number-" + i);
    }
    assertEquals("•••", redactor.redact("lasting-secret"));
    assertEquals("•••", redactor.redact("value-number-999"));
    assertFalse(redactor.holdsSecret("first-in-passing"));
  }

  @Test
  void keepsAPassingValueThatIsAddedForGood() {
    redactor.addPassing("the-same-value");
    redactor.add("the-same-value");
    for (int i = 0; i < 1_000; i++) {
      redactor.addPassing("value-number-" + i);
    }
    assertEquals("•••", redactor.redact("the-same-value"));
  }
}
