package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spec: authentication §11.
final class SshSettingsReaderTest {
  private static final String BASE64 =
      Base64.getEncoder().encodeToString("x".repeat(100).getBytes(StandardCharsets.US_ASCII));
  private static final String KEY =
      "-----BEGIN RSA PRIVATE KEY-----\n"
          + BASE64.substring(0, 64)
          + "\n"
          + BASE64.substring(64, 128)
          + "\n"
          + BASE64.substring(128)
          + "\n-----END RSA PRIVATE KEY-----\n";
  private static final String FINGERPRINT = "SHA256:" + "a".repeat(43);

  private static ReadConfig<Optional<SshSettings>> read(String text) {
    return ReadConfig.of("parameters.sshProxy", text, SshSettingsReader::read);
  }

  private static ReadConfig<Optional<SshSettings>> withKey(String key) {
    var problems = new Problems();
    JsonObject proxy =
        JsonObject.builder()
            .put("host", "gw.example.com")
            .put("user", "tunnel")
            .put("port", JsonNumber.of(22))
            .put("#privateKey", new JsonString(key))
            .build();
    return new ReadConfig<>(
        SshSettingsReader.read(
            ConfigNode.of(proxy, ConfigPath.of("parameters.sshProxy"), problems)),
        problems);
  }

  private static String key(ReadConfig<Optional<SshSettings>> read) {
    return read.value().orElseThrow().privateKey();
  }

  @Test
  void readsTheTunnel() {
    var read =
        read(
            """
            {"host": "gw.example.com", "port": "2222", "user": "tunnel", "#privateKey": "%s",
              "hostKeyFingerprint": "%s="}
            """
                .formatted(KEY.replace("\n", "\\n"), FINGERPRINT));

    assertEquals(List.of(), read.errors());
    assertEquals(
        Optional.of(
            new SshSettings("gw.example.com", 2222, "tunnel", KEY, Optional.of(FINGERPRINT))),
        read.value());
    assertFalse(read.value().toString().contains("PRIVATE"));
  }

  @Test
  void goesWithoutATunnelWhenNothingIsSaid() {
    assertEquals(Optional.empty(), read("null").value());
    assertEquals(List.of(), read("null").errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                | user,host,port,#privateKey
          []                                                | user,host,port,#privateKey
          {"#privateKey": "", "host": null}                 | user,port
          {"user": "a", "port": 22, "host": "gw"}           | #privateKey
          """)
  void namesMissingKeysInTheirOrder(String text, String missing) {
    assertEquals(
        List.of("Missing parameters '" + missing + "' in SSH config."), read(text).errors());
  }

  @Test
  void refusesWhatIsNoObject() {
    assertEquals(List.of("The 'sshProxy' must be an object."), read("\"gw\"").errors());
  }

  @Test
  void reportsAllWrongValuesTogether() {
    var read =
        read(
            """
            {"host": "", "port": "ssh", "user": " ", "#privateKey": "", "hostKeyFingerprint": "MD5:00"}
            """);

    assertEquals(
        List.of(
            "The 'host' of 'sshProxy' must be a text that is not empty.",
            "The 'user' of 'sshProxy' must be a text that is not empty.",
            "The 'port' of 'sshProxy' must be an integer from 1 to 65535.",
            "The 'hostKeyFingerprint' of 'sshProxy' must be a text such as \"SHA256:…\".",
            "Key must not be empty"),
        read.errors());
  }

  @Test
  void takesAKeyAsItIs() {
    assertEquals(KEY, key(withKey(KEY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", " ", "  \t", "\\n", "\\r\\n", "\r", "\n\n", ""})
  void putsLineBreaksInOrder(String lineBreak) {
    assertEquals(KEY, key(withKey(KEY.replace("\n", lineBreak))));
    assertEquals(KEY, key(withKey(KEY.strip().replace("\n", lineBreak))));
  }

  @Test
  void takesTheKeyOutOfOtherText() {
    assertEquals(
        KEY,
        key(
            withKey(
                "Bag Attributes\n-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n"
                    + KEY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"
      })
  void refusesKeysWithAPassPhrase(String text) {
    assertEquals(List.of("Cannot use the SSH key: it has a pass phrase."), withKey(text).errors());
    assertEquals(Optional.empty(), withKey(text).value());
  }

  @ParameterizedTest
  @CsvSource({"aes256-ctr, 1", "none, 0"})
  void knowsKeysOfOpenSshWithAPassPhrase(String cipher, int errors) {
    String text = "openssh-key-v1\0\0\0\0" + (char) cipher.length() + cipher + "\0\0\0\4none";
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));

    var read =
        withKey(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----"
                .formatted(base64));

    assertEquals(errors, read.errors().size(), read.errors().toString());
    assertTrue(
        read.errors().stream().allMatch("Cannot use the SSH key: it has a pass phrase."::equals));
  }

  @ParameterizedTest
  @CsvSource({
    "ssh-ed25519 AAAAC3Nz ann@example.com, This is the public key",
    "PuTTY-User-Key-File-3: ssh-ed25519, PuTTYgen",
    "secret, It begins with"
  })
  void saysWhatElseTheTextIs(String text, String advice) {
    Problem problem = withKey(text).problems().errors().getFirst();

    assertEquals("Cannot use the SSH key: there is no private key in the text.", problem.message());
    assertTrue(problem.remedy().startsWith(advice), problem.remedy());
    assertFalse(problem.text().contains("AAAAC3Nz"));
    assertEquals("parameters.sshProxy.#privateKey", problem.path().orElseThrow().text());
  }

  @Test
  void refusesWhatIsNoBase64() {
    String broken = KEY.replaceFirst("eHh4", "e?h4");

    assertEquals(
        List.of(
            "Cannot use the SSH key: what stands between its first and last line is not Base64."),
        withKey(broken).errors());
  }
}
