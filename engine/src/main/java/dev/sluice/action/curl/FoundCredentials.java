package dev.sluice.action.curl;

import dev.sluice.form.ApiKey;
import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.BasicCredentials;
import dev.sluice.form.BearerToken;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Credentials in a request, as the method of authentication that would send the same.
///
/// @param form the method with its fields; secrets in clear
/// @param place where they stand, e.g. `the header Authorization`
/// @param header the header that they are all of; empty when they stand elsewhere
/// @param parameter the parameter that they are all of; empty when they stand elsewhere
public record FoundCredentials(
    AuthenticationForm form, String place, String header, String parameter) {
  private static final Pattern SECRET_HEADER =
      Pattern.compile(
          "(?i)(.*[-_])?(api[-_]?key|apitoken|token|secret|auth[-_]?key|subscription[-_]?key)");
  private static final Pattern FORGERY = Pattern.compile("(?i).*(csrf|xsrf).*");
  private static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "api_key",
          "apikey",
          "api-key",
          "api_token",
          "apitoken",
          "access_token",
          "auth_token",
          "token",
          "subscription-key");
  private static final int LONG_KEY = 16;

  /// {@return all that are there, those that count first}
  ///
  /// @param command may name a user
  /// @param request its headers and address
  /// @param query the parameters of its address
  static List<FoundCredentials> in(CurlCommand command, CurlRequest request, JsonObject query) {
    List<FoundCredentials> found = new ArrayList<>();
    request
        .headers()
        .forEach((name, value) -> {
          if (name.equalsIgnoreCase("Authorization")) {
            found.addFirst(authorization(name, value));
          } else if (SECRET_HEADER.matcher(name).matches() && !FORGERY.matcher(name).matches()) {
            found.add(header(name, value));
          }
        });
    user(command).ifPresent(found::add);
    Url.parse(request.address().replaceAll("[{}]", "_"))
        .flatMap(Url::userInfo)
        .map(info -> basic(URLDecoder.decode(info, StandardCharsets.UTF_8), "the URL"))
        .ifPresent(found::add);
    query.forEach((name, value) -> {
      if (value instanceof JsonString(String text) && isSecret(name, text)) {
        var key = new ApiKey(name, Optional.of(text), ApiKey.Target.PARAMETER);
        found.add(new FoundCredentials(key, "the parameter " + name, "", name));
      }
    });
    return found;
  }

  /// {@return the place and the method only: the fields are secrets}
  @Override
  public String toString() {
    return place + ": " + form;
  }

  private static FoundCredentials authorization(String name, String value) {
    String[] words = value.split("\\s+", 2);
    String scheme = words[0].toLowerCase(Locale.ROOT);
    if (words.length == 2 && scheme.equals("bearer")) {
      return new FoundCredentials(BearerToken.of(words[1]), "the header " + name, name, "");
    }
    if (words.length == 2 && scheme.equals("basic")) {
      try {
        String pair = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
        if (pair.contains(":")) {
          FoundCredentials basic = basic(pair, "the header " + name);
          return new FoundCredentials(basic.form, basic.place, name, "");
        }
      } catch (IllegalArgumentException _) {
        // No Base64: a value like any other.
      }
    }
    return header(name, value);
  }

  private static FoundCredentials header(String name, String value) {
    return new FoundCredentials(
        new ApiKey(name, Optional.of(value), ApiKey.Target.HEADER), "the header " + name, name, "");
  }

  private static Optional<FoundCredentials> user(CurlCommand command) {
    boolean isOther =
        command.has("digest")
            || command.has("ntlm")
            || command.has("negotiate")
            || command.has("aws-sigv4");
    return isOther ? Optional.empty() : command.last("user").map(pair -> basic(pair, "-u"));
  }

  private static FoundCredentials basic(String pair, String place) {
    int colon = pair.indexOf(':');
    String user = colon < 0 ? pair : pair.substring(0, colon);
    String password = colon < 0 ? "" : pair.substring(colon + 1);
    return new FoundCredentials(BasicCredentials.of(user, password), place, "", "");
  }

  private static boolean isSecret(String name, String value) {
    return SECRET_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))
        || (name.equalsIgnoreCase("key") && value.length() >= LONG_KEY);
  }
}
