package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where credentials go (spec: README G-02).
final class CredentialStageTest {
  private final List<String> withheld = new ArrayList<>();
  private final List<Request> sent = new ArrayList<>();
  private final Trust home =
      new Trust() {
        @Override
        public boolean allows(Url address) {
          return address.host().equals("api.example.com");
        }

        @Override
        public void withheld(Url address) {
          withheld.add(address.host());
        }
      };

  private final Headers headers =
      Headers.NONE
          .set("Accept", "text/csv")
          .set("authorization", "literal")
          .set("Cookie", "a=b")
          .setCredential("X-Key", "s3cret");

  @Test
  void leavesConfiguredRequestsAndLoginsAlone() {
    for (var purpose :
        List.of(
            Request.Purpose.CONFIGURED,
            Request.Purpose.LOGIN,
            Request.Purpose.CLIENT_CREDENTIALS)) {
      send("https://elsewhere.example.org/", purpose);
      assertEquals(headers, sent.getLast().headers());
      assertEquals(purpose, sent.getLast().purpose());
    }
    assertEquals(List.of(), withheld);
  }

  @Test
  void leavesTrustedAddressesAlone() {
    send("https://api.example.com/next", Request.Purpose.FROM_RESPONSE);
    assertEquals(headers, sent.getLast().headers());
  }

  @Test
  void takesCredentialsOffOthers() {
    send("https://elsewhere.example.org/", Request.Purpose.FROM_RESPONSE);
    assertEquals(
        List.of("Accept"),
        sent.getLast().headers().lines().stream().map(Headers.Line::name).toList());
    assertEquals(Request.Purpose.UNTRUSTED, sent.getLast().purpose());
    assertEquals(List.of("elsewhere.example.org"), withheld);
  }

  @Test
  void saysNothingWhenThereWasNothingToTakeOff() {
    Request request =
        Requests.get("https://elsewhere.example.org/").withPurpose(Request.Purpose.FROM_RESPONSE);
    new CredentialStage(home).send(request, this::answer);
    assertEquals(List.of(), withheld);
  }

  @Test
  void keepsSuchRequestsFromStagesThatAddCredentials() {
    Stage adding =
        (request, next) -> next.send(request.withHeaders(Headers.NONE.setCredential("A", "b")));
    Stage guarded = CredentialStage.guarded(adding, home);
    Request request = Requests.get("https://elsewhere.example.org/");
    guarded.send(request, this::answer);
    assertEquals(1, sent.getLast().headers().lines().size());
    guarded.send(request.withPurpose(Request.Purpose.UNTRUSTED), this::answer);
    assertEquals(0, sent.getLast().headers().lines().size());
    assertEquals(List.of("elsewhere.example.org"), withheld);
  }

  @Test
  void withholdsNothingWhereNothingIsAdded() {
    CredentialStage.guarded(Stage.NONE, home)
        .send(
            Requests.get("https://elsewhere.example.org/").withPurpose(Request.Purpose.UNTRUSTED),
            this::answer);
    assertEquals(List.of(), withheld);
  }

  private void send(String url, Request.Purpose purpose) {
    Request request = Requests.get(url).withPurpose(purpose).withHeaders(headers);
    new CredentialStage(home).send(request, this::answer);
  }

  private Response answer(Request request) {
    sent.add(request);
    return Responses.of(200, "{}");
  }
}
