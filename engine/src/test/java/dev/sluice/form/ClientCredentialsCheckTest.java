package dev.sluice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.FieldProblem.Field;
import dev.sluice.form.FieldProblem.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §9.3.6.
final class ClientCredentialsCheckTest {
  private static final ClientCredentials SOUND =
      ClientCredentials.of(
          RequestType.BASIC_AUTH, "app-7", "s3cret", "https://id.example.com/token", List.of("a"));

  private static List<String> problems(ClientCredentials form) {
    return form.problems().stream()
        .map(problem -> problem.field() + " " + problem.severity())
        .toList();
  }

  @Test
  void findsNothingWrongWithASoundForm() {
    assertEquals(List.of(), SOUND.problems());
    assertEquals(List.of(), SOUND.withClientSecret("").problems());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``                                             | ACCESS_TOKEN_URL ERROR
          oauth/token                                    | ACCESS_TOKEN_URL ERROR
          https://id.example.com/token#x                 | ACCESS_TOKEN_URL ERROR
          http://id.example.com/token                    | ACCESS_TOKEN_URL WARNING
          http://localhost.example.com/token             | ACCESS_TOKEN_URL WARNING
          https://id.example.com/token?scope=a           | ACCESS_TOKEN_URL ERROR
          https://id.example.com/token?grant_type=x      | ACCESS_TOKEN_URL ERROR
          https://id.example.com/token?client_id=x       | ACCESS_TOKEN_URL ERROR
          https://id.example.com/token?a=1&client%5Fsecret=x | ACCESS_TOKEN_URL ERROR
          """)
  void checksTheAddress(String url, String problem) {
    assertEquals(List.of(problem), problems(SOUND.withAccessTokenUrl(url)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/token",
    "http://localhost:8080/token",
    "http://127.0.0.1:8080/token",
    "http://[::1]:8080/token",
    "https://id.example.com/token?tenant=t"
  })
  void allowsTheAddress(String url) {
    assertEquals(List.of(), problems(SOUND.withAccessTokenUrl(url)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"read write", "a\"b", "a\\b", "é", "``"})
  void refusesAScopeThatIsNone(String scope) {
    assertEquals(List.of("SCOPES ERROR"), problems(SOUND.withScopes(List.of("ok", scope))));
  }

  @Test
  void allowsWhateverElseIsPrintableInAScope() {
    assertEquals(
        List.of(),
        problems(SOUND.withScopes(List.of("https://api.example.com/.default", "a,b", "!#~"))));
  }

  @Test
  void wantsIdAndSecret() {
    var empty =
        SOUND.withClient(
            new ClientCredentials.Client(
                SOUND.client().id().withText(""),
                new ClientCredentials.Credential(
                    SOUND.client().secret().source(), Optional.empty()),
                false));

    assertEquals(
        List.of("Enter the client ID.", "Enter the client secret."),
        empty.problems().stream().map(FieldProblem::message).toList());
  }

  @Test
  void hintsAtCharactersThatAreEncodedByStrictServers() {
    assertEquals(List.of("CLIENT_SECRET HINT"), problems(SOUND.withClientSecret("p+ss")));
    assertEquals(List.of("CLIENT_ID WARNING"), problems(SOUND.withClientId("a:b")));
    assertEquals(List.of(), problems(SOUND.withClientSecret("p+ss").withEncoded(true)));
    assertEquals(
        List.of(), problems(SOUND.withClientSecret("p+ss").withRequestType(RequestType.POST_FORM)));
  }

  @Test
  void tellsThatTheSecretWouldTravelUnencrypted() {
    assertEquals(
        List.of(
            new FieldProblem(
                Field.ACCESS_TOKEN_URL,
                Severity.WARNING,
                "The secret would travel unencrypted. Use an address with https://.")),
        SOUND.withAccessTokenUrl("http://id.example.com/token").problems());
  }
}
