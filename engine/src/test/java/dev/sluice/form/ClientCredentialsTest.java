package dev.sluice.form;

import static dev.sluice.form.Templates.BASIC_AUTH;
import static dev.sluice.form.Templates.POST_FORM;
import static dev.sluice.form.Templates.encoded;
import static dev.sluice.form.Templates.form;
import static dev.sluice.form.Templates.json;
import static dev.sluice.form.Templates.recognised;
import static dev.sluice.form.Templates.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials.Extras;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spec: authentication §9.3.1, §9.3.2, §9.3.4.
final class ClientCredentialsTest {
  @Nested
  class Writing {
    @ParameterizedTest
    @EnumSource
    void givesTheJsonOfTheSpecByteForByte(RequestType type) {
      assertEquals(json(text(type)).toString(), form(type).writeTo(JsonObject.EMPTY).toString());
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheScopeOutWhenThereIsNone(RequestType type) {
      JsonObject written = form(type).withScopes(List.of()).writeTo(JsonObject.EMPTY);

      assertEquals(json(text(type).replace(", \"scope\": \"read write\"", "")), written);
    }

    @Test
    void encodesIdAndSecretWhenAsked() {
      JsonObject written = form(RequestType.BASIC_AUTH).withEncoded(true).writeTo(JsonObject.EMPTY);

      assertEquals(json(encoded(BASIC_AUTH)), written);
    }

    @Test
    void neverEncodesInTheForm() {
      assertEquals(form(RequestType.POST_FORM), form(RequestType.POST_FORM).withEncoded(true));
    }

    @Test
    void leavesTheRestOfTheConfigurationAsItIs() {
      JsonObject before =
          json(
              """
              {"aws": {}, "api": {"baseUrl": "https://api.example.com/", "http": {"headers": {"A": 1.50}}},
               "config": {"debug": true, "jobs": [{"endpoint": "orders"}]}}
              """);
      JsonObject after = form(RequestType.POST_FORM).writeTo(before);

      assertEquals(
          before,
          new NoAuthentication().writeTo(after).with("config", JsonEdit.object(before, "config")));
      assertEquals(List.of("aws", "api", "config"), after.shape().names());
      assertEquals(
          List.of("debug", "jobs", "__AUTH_METHOD", "__CLIENT_ID", "#__CLIENT_SECRET"),
          JsonEdit.object(after, "config").shape().names());
    }
  }

  @Nested
  class RoundTrip {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"type\": \"login\",|\"type\": \"login\", \"expires\": {\"response\": \"expires_in\", \"relative\": true},",
          "\"method\": \"FORM\"|\"method\": \"form\"",
          "read write|read   write",
          "\"Accept\": \"application/json\"|\"accept\": \"text/json\", \"X\": \"1\"",
          "\"grant_type\"|\"resource\": \"r\", \"grant_type\"",
          "__CLIENT_ID|#__CLIENT_ID",
          "\"app-7\"|7",
          "\"__AUTH_METHOD\": \"oauth2\",|",
        })
    void changesNothingWithoutAnEdit(String replacement) {
      String[] parts = replacement.split("\\|", 2);
      for (RequestType type : RequestType.values()) {
        JsonObject before = json(text(type).replace(parts[0], parts[1]));

        assertEquals(before, recognised(before.toString()).writeTo(before));
      }
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrites(RequestType type) {
      var extras =
          new Extras(
              json("{\"audience\":\"a\",\"resource\":{\"attr\":\"r\"}}"),
              json("{\"Accept\":\"text/json\",\"X\":\"1\"}"),
              json("{\"expires\":60}"));
      for (ClientCredentials form :
          List.of(
              form(type),
              form(type).withEncoded(true),
              form(type).withScopes(List.of()),
              form(type).withClientSecret(""),
              form(type).withExtras(extras))) {
        assertEquals(
            Optional.of(form), ClientCredentials.recognise(form.writeTo(JsonObject.EMPTY)));
      }
    }

    @Test
    void switchingTheTypeMovesOnlyTheCredentials() {
      UnaryOperator<String> extended =
          text ->
              text.replace("\"grant_type\"", "\"audience\": \"a\", \"grant_type\"")
                  .replace(
                      "\"Accept\": \"application/json\"",
                      "\"Accept\": \"application/json\", \"X\": \"1\"");
      JsonObject basic = json(extended.apply(BASIC_AUTH));
      JsonObject post =
          recognised(basic.toString()).withRequestType(RequestType.POST_FORM).writeTo(basic);

      assertEquals(json(extended.apply(POST_FORM)), post);
      JsonObject back =
          recognised(post.toString()).withRequestType(RequestType.BASIC_AUTH).writeTo(post);
      assertEquals(recognised(basic.toString()), recognised(back.toString()));
      assertEquals(
          List.of("Accept", "Authorization", "X"),
          JsonEdit.object(back, "api", "authentication", "loginRequest", "headers")
              .shape()
              .names());
    }

    @Test
    void changesOnlyTheFieldThatWasEdited() {
      JsonObject before = json(BASIC_AUTH.replace("read write", "read   write"));
      ClientCredentials form = recognised(before.toString());

      assertEquals(
          json(before.toString().replace("/oauth/token", "/token")),
          form.withAccessTokenUrl("https://id.example.com/token").writeTo(before));
      assertEquals(
          json(before.toString().replace("s3cret", "new")),
          form.withClientSecret("new").writeTo(before));
      assertEquals(
          json(before.toString().replace("read   write", "read")),
          form.withScopes(List.of("read")).writeTo(before));
      assertEquals(
          json(before.toString().replace(",\"scope\":\"read   write\"", "")),
          form.withScopes(List.of()).writeTo(before));
    }

    @Test
    void changesExtras() {
      JsonObject before = json(POST_FORM.replace("\"grant_type\"", "\"a\": 1, \"grant_type\""));
      ClientCredentials form = recognised(before.toString());
      var extras =
          new Extras(
              JsonObject.of("b", new JsonString("2")), form.extras().headers(), JsonObject.EMPTY);

      assertEquals(
          Optional.of(form.withExtras(extras)),
          ClientCredentials.recognise(form.withExtras(extras).writeTo(before)));
    }

    @Test
    void leavingTheMethodRemovesItsKeysOnly() {
      JsonObject before =
          json(BASIC_AUTH.replace("\"config\": {", "\"config\": { \"debug\": true,"));

      assertEquals(
          json("{\"api\":{},\"config\":{\"debug\":true}}"), new NoAuthentication().writeTo(before));
    }
  }

  @Test
  void hidesTheUsualAccept() {
    assertEquals(JsonObject.EMPTY, Extras.USUAL.shownHeaders());
    assertEquals(
        1,
        new Extras(JsonObject.EMPTY, json("{\"Accept\":\"text/json\"}"), JsonObject.EMPTY)
            .shownHeaders()
            .size());
  }

  @Test
  void showsNoSecretInItsText() {
    assertFalse(form(RequestType.BASIC_AUTH).toString().contains("s3cret"));
  }
}
