package dev.sluice.config;

import dev.sluice.function.FunctionJson;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the attributes that functions of the authentication refer to and that are not there,
/// before the first request (spec: functions §8).
final class AttributeCheck {
  private static final String ATTR = "attr";

  private final Scope scope;

  private AttributeCheck(JsonObject attributes) {
    this.scope = Scope.of(() -> Instant.EPOCH).with(ATTR, attributes);
  }

  /// Reports what is missing.
  ///
  /// @param method what was read
  /// @param section `parameters.api.authentication`
  /// @param config the iteration's `parameters.config`
  static void report(Authentication method, ConfigNode section, ConfigNode config) {
    var check = new AttributeCheck(config.object().without("jobs"));
    switch (method) {
      case Authentication.Query(Section query) -> check.section(query, section.at("query"));
      case Authentication.Login login -> check.login(login, section);
      case Authentication.OAuth20Login(Authentication.Login login, _) ->
          check.login(login, section);
      case Authentication.OAuth20(_, Authentication.Additions additions) ->
          check.additions(additions, section);
      case Authentication.ClientCredentials grant -> {
        check.section(grant.login().request().params(), section.at("params"));
        check.section(grant.login().request().headers(), section.at("headers"));
      }
      case Authentication.None _, Authentication.Basic _, Authentication.OAuth10 _ -> {}
    }
  }

  private void login(Authentication.Login login, ConfigNode section) {
    section(login.request().params(), section.at("loginRequest").at("params"));
    section(login.request().headers(), section.at("loginRequest").at("headers"));
    additions(login.additions(), section.at("apiRequest"));
  }

  private void additions(Authentication.Additions additions, ConfigNode parent) {
    section(additions.query(), parent.at("query"));
    section(additions.headers(), parent.at("headers"));
  }

  private void section(Section section, ConfigNode node) {
    section
        .source()
        .forEach((key, value) -> {
          if (value instanceof JsonObject) {
            Set<String> names = new LinkedHashSet<>();
            collect(value, names);
            names.forEach(name -> reference(node.at(key), name));
          }
        });
  }

  /// An attribute may itself be computed from what is known later only, so nothing but its absence
  /// is an error here.
  private void reference(ConfigNode value, String name) {
    JsonObject reference = JsonObject.of("value", FunctionJson.reference(ATTR, name));
    try {
      Section.of(reference, Place.LOGIN_REQUEST).in(scope);
    } catch (UserError e) {
      String message = e.problems().getFirst().message();
      if (message.endsWith(ATTR + " '" + name + "' not found!")) {
        value.error(message, "Set \"" + name + "\" in 'parameters.config'.");
      }
    }
  }

  private static void collect(JsonValue value, Set<String> names) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> items.forEach(item -> collect(item, names));
      case JsonObject object ->
          FunctionJson.referenceKey(object, ATTR)
              .ifPresentOrElse(names::add, () -> object.forEach((_, item) -> collect(item, names)));
      default -> {}
    }
  }
}
