package dev.sluice.form;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;

/// The choice "Basic Authentication".
///
/// @param user the user name
/// @param password the password
public record BasicCredentials(Field user, Field password) implements AuthenticationForm {
  private static final String METHOD = "basic";

  /// A field and the attribute it is kept in.
  ///
  /// @param key e.g. `username` or `#username`
  /// @param text its value; empty when there is none
  public record Field(String key, String text) {
    /// {@return the key only: the value may be a secret}
    @Override
    public String toString() {
      return "Field[" + key + "]";
    }
  }

  /// {@return the form with the attributes that it writes by itself}
  ///
  /// @param user the user name
  /// @param password the password
  public static BasicCredentials of(String user, String password) {
    return new BasicCredentials(new Field("username", user), new Field("#password", password));
  }

  /// {@return the form of a configuration whose `type` is `basic`; fields are kept where they are
  /// found}
  static BasicCredentials recognise(JsonObject parameters) {
    JsonObject config = JsonEdit.object(parameters, "config");
    return new BasicCredentials(
        field(config, "username", "#username"), field(config, "#password", "password"));
  }

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    JsonObject changed = JsonEdit.remove(parameters, "api", "authentication");
    changed = JsonEdit.remove(changed, "config", user.key());
    changed = JsonEdit.remove(changed, "config", password.key());
    return JsonEdit.remove(changed, "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    JsonObject section = JsonObject.of("type", new JsonString(METHOD));
    return changed(JsonEdit.put(parameters, section, "api", "authentication"));
  }

  @Override
  public JsonObject changed(JsonObject parameters) {
    JsonObject changed = JsonEdit.put(parameters, new JsonString(METHOD), "config", METHOD_KEY);
    changed = JsonEdit.put(changed, new JsonString(user.text()), "config", user.key());
    return JsonEdit.put(changed, new JsonString(password.text()), "config", password.key());
  }

  /// The plain key wins when both hold something, as in a run.
  private static Field field(JsonObject config, String preferred, String other) {
    String plain = preferred.startsWith("#") ? other : preferred;
    String marked = preferred.startsWith("#") ? preferred : other;
    JsonValue plainValue = config.find(plain).orElse(JsonNull.NULL);
    JsonValue markedValue = config.find(marked).orElse(JsonNull.NULL);
    if (plainValue.isEmpty() && markedValue.isEmpty()) {
      return new Field(config.has(other) && !config.has(preferred) ? other : preferred, "");
    }
    return plainValue.isEmpty()
        ? new Field(marked, Attributes.text(markedValue).orElse(""))
        : new Field(plain, Attributes.text(plainValue).orElse(""));
  }
}
