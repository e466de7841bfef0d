package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.util.List;

/// The two documents of the spec, and the form that they show (spec: authentication §9.3.2).
final class Templates {
  static final String BASIC_AUTH =
      """
      { "api": { "authentication": {
          "type": "login",
          "format": "json",
          "loginRequest": {
            "endpoint": "https://id.example.com/oauth/token",
            "method": "FORM",
            "headers": {
              "Accept": "application/json",
              "Authorization": { "function": "concat", "args": [ "Basic ",
                { "function": "base64_encode", "args": [
                  { "function": "concat", "args": [ { "attr": "__CLIENT_ID" }, ":", { "attr": "#__CLIENT_SECRET" } ] } ] } ] } },
            "params": { "grant_type": "client_credentials", "scope": "read write" } },
          "apiRequest": { "headers": {
            "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } } } },
        "config": { "__AUTH_METHOD": "oauth2", "__CLIENT_ID": "app-7", "#__CLIENT_SECRET": "s3cret" } }
      """;

  static final String POST_FORM =
      """
      { "api": { "authentication": {
          "type": "login",
          "format": "json",
          "loginRequest": {
            "endpoint": "https://id.example.com/oauth/token",
            "method": "FORM",
            "headers": { "Accept": "application/json" },
            "params": { "grant_type": "client_credentials", "scope": "read write",
                        "client_id": { "attr": "__CLIENT_ID" }, "client_secret": { "attr": "#__CLIENT_SECRET" } } },
          "apiRequest": { "headers": {
            "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } } } },
        "config": { "__AUTH_METHOD": "oauth2", "__CLIENT_ID": "app-7", "#__CLIENT_SECRET": "s3cret" } }
      """;

  private Templates() {}

  static JsonObject json(String text) {
    try {
      return (JsonObject) new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  static String text(RequestType type) {
    return switch (type) {
      case BASIC_AUTH -> BASIC_AUTH;
      case POST_FORM -> POST_FORM;
    };
  }

  static ClientCredentials form(RequestType type) {
    return ClientCredentials.of(
        type, "app-7", "s3cret", "https://id.example.com/oauth/token", List.of("read", "write"));
  }

  static ClientCredentials recognised(String text) {
    return ClientCredentials.recognise(json(text)).orElseThrow(() -> new AssertionError(text));
  }

  static String encoded(String text) {
    return text.replace(
            "{ \"attr\": \"__CLIENT_ID\" }, \":\"",
            "{ \"function\": \"urlencode\", \"args\": [ { \"attr\": \"__CLIENT_ID\" } ] }, \":\"")
        .replace(
            ":\", { \"attr\": \"#__CLIENT_SECRET\" }",
            ":\", { \"function\": \"urlencode\", \"args\": [ { \"attr\": \"#__CLIENT_SECRET\" } ] }");
  }
}
