package dev.sluice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ConfigurationReader;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrantConversionTest {
  private static final String URL = "https://id.example.com/token";

  @ParameterizedTest
  @CsvSource({
    "BASIC_AUTH,false,'\"clientAuthentication\":\"client_secret_basic\"'",
    "BASIC_AUTH,true,'\"clientAuthentication\":\"client_secret_basic\",\"basicEncoding\":\"form\"'",
    "POST_FORM,false,'\"clientAuthentication\":\"client_secret_post\"'"
  })
  void writesALoginAsAGrantAndBack(RequestType type, boolean encoded, String client) {
    ClientCredentials form =
        ClientCredentials.of(type, "ada", "s3cr3t", URL, List.of("read", "write"))
            .withEncoded(encoded)
            .withExtras(
                new ClientCredentials.Extras(
                    json("{'audience':'shop','resource':'https://a.example.com','tenant':7}"),
                    json("{'Accept':'application/json','X-Tenant':'7'}"),
                    JsonObject.EMPTY));
    JsonObject portable = form.writeTo(start());

    JsonObject written = done(GrantConversion.toNative(portable)).parameters();

    assertEquals(
        ("{'type':'oauth20.client-credentials','tokenUrl':'"
                    + URL
                    + "',"
                    + "'clientId':{'attr':'__CLIENT_ID'},'#clientSecret':{'attr':'#__CLIENT_SECRET'},")
                .replace('\'', '"')
            + client
            + ",'scopes':['read','write'],'audience':'shop','resource':'https://a.example.com',"
                .replace('\'', '"')
            + "'params':{'tenant':7},'headers':{'X-Tenant':'7'}}".replace('\'', '"'),
        written.object("api").object("authentication").toString());
    assertEquals("s3cr3t", text(written.object("config"), "#__CLIENT_SECRET"));
    JsonObject back = done(GrantConversion.toPortable(written)).parameters();
    assertEquals(portable.object("api"), back.object("api"));
    assertEquals(ClientCredentials.recognise(portable), ClientCredentials.recognise(back));
  }

  @Test
  void writesAGrantThatARunReads() {
    JsonObject portable =
        ClientCredentials.of(RequestType.POST_FORM, "ada", "s3cr3t", URL, List.of())
            .writeTo(
                json(
                    "{'api':{'baseUrl':'https://a.example.com/'},"
                        + "'config':{'jobs':[{'endpoint':'orders'}]}}"));

    JsonObject written = done(GrantConversion.toNative(portable)).parameters();

    ConfigurationReader.read(JsonObject.of("parameters", written), JsonObject.EMPTY);
  }

  @Test
  void movesCredentialsOfAGrantIntoAttributesThatAreFree() {
    JsonObject grant =
        json(
            "{'api':{'authentication':{'type':'oauth20.client-credentials','tokenUrl':'"
                + URL
                + "','clientId':'ada','#clientSecret':'s3cr3t'}},"
                + "'config':{'#__CLIENT_SECRET':'of another API'}}");

    GrantConversion.Done done = done(GrantConversion.toPortable(grant));

    ClientCredentials form = ClientCredentials.recognise(done.parameters()).orElseThrow();
    assertEquals("ada", form.clientId());
    assertEquals("s3cr3t", form.clientSecret());
    JsonObject config = done.parameters().object("config");
    assertEquals("of another API", text(config, "#__CLIENT_SECRET"));
    assertEquals("s3cr3t", text(config, "#__CLIENT_SECRET_2"));
    assertEquals(List.of(), done.lost());
  }

  @Test
  void saysThatALifetimeOfItsOwnIsLost() {
    assertEquals(
        List.of("'expires' is left out: tokens are renewed as their 'expires_in' says."),
        done(GrantConversion.toNative(login("'expires':600"))).lost());
    assertEquals(
        List.of(),
        done(GrantConversion.toNative(login("'expires':{'response':'expires_in','relative':true}")))
            .lost());
    assertEquals(
        List.of("'colour' of 'authentication' is left out: it has no meaning there."),
        done(GrantConversion.toNative(login("'colour':'red'"))).lost());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"header\":\"X-Token\",\"scheme\":\"\"}','{\"headers\":{\"X-Token\":{\"response\":\"access_token\"}}}'",
    "'{\"query\":\"token\"}','{\"query\":{\"token\":{\"response\":\"access_token\"}}}'",
    "'{\"scheme\":\"Token\"}','{\"headers\":{\"Authorization\":{\"function\":\"concat\",\"args\":[\"Token \",{\"response\":\"access_token\"}]}}}'"
  })
  void keepsThePlaceOfTheTokenAndSaysWhatThatCosts(String token, String apiRequest) {
    GrantConversion.Done done = done(GrantConversion.toPortable(grant("\"token\":" + token)));

    assertEquals(
        apiRequest,
        done.parameters().object("api").object("authentication").object("apiRequest").toString());
    assertEquals(1, done.lost().size());
    assertTrue(done.lost().getFirst().contains("explained less well"), done.lost().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'clientAuthentication':'private_key_jwt','#privateKey':'k'",
        "'clientAuthentication':'tls_client_auth'",
        "'resource':['https://a.example.com','https://b.example.com']",
        "'issuer':'https://id.example.com'",
        "'params':{'who':{'client':'id'}}"
      })
  void refusesWhatALoginCannotSay(String keys) {
    assertInstanceOf(GrantConversion.Impossible.class, GrantConversion.toPortable(grant(keys)));
  }

  @Test
  void refusesALoginThatIsSomethingElse() {
    assertInstanceOf(
        GrantConversion.Impossible.class,
        GrantConversion.toNative(json("{'api':{'authentication':{'type':'basic'}}}")));
    assertInstanceOf(GrantConversion.Impossible.class, GrantConversion.toPortable(login("")));
    assertInstanceOf(
        GrantConversion.Impossible.class,
        GrantConversion.toNative(
            ClientCredentials.of(RequestType.POST_FORM, "ada", "", URL, List.of())
                .writeTo(start())));
    assertInstanceOf(
        GrantConversion.Impossible.class,
        GrantConversion.toNative(
            ClientCredentials.of(RequestType.POST_FORM, "ada", "s3cr3t", "token", List.of())
                .writeTo(start())));
  }

  private static JsonObject login(String others) {
    return ClientCredentials.of(RequestType.BASIC_AUTH, "ada", "s3cr3t", URL, List.of())
        .withExtras(
            new ClientCredentials.Extras(
                JsonObject.EMPTY,
                ClientCredentials.Extras.USUAL.headers(),
                json("{" + others + "}")))
        .writeTo(start());
  }

  private static JsonObject grant(String keys) {
    return json(
        "{'api':{'authentication':{'type':'oauth20.client-credentials','tokenUrl':'"
            + URL
            + "','clientId':'ada','#clientSecret':'s3cr3t',"
            + keys
            + "}},'config':{}}");
  }

  private static JsonObject start() {
    return json("{'api':{'baseUrl':'https://a.example.com/'},'config':{'jobs':[]}}");
  }

  private static GrantConversion.Done done(GrantConversion conversion) {
    return assertInstanceOf(GrantConversion.Done.class, conversion, conversion.toString());
  }

  private static String text(JsonObject object, String key) {
    return object.valueOrNull(key) instanceof JsonString(String text) ? text : "";
  }

  private static JsonObject json(String text) {
    try {
      return (JsonObject) new JsonReader().read(text.replace('\'', '"'));
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
  }
}
