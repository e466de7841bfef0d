package dev.sluice.function;

import dev.sluice.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The functions that exist (spec: functions §4). A new one is one entry here.
public enum Function {
  /// MD5 in hex.
  MD5("md5", Parameters.between(1, "string"), HashFunctions::md5),
  /// SHA-1 in hex.
  SHA1("sha1", Parameters.between(1, "string"), HashFunctions::sha1),
  /// Any hash in hex.
  HASH("hash", Parameters.between(2, "algo", "data"), HashFunctions::hash),
  /// Any cryptographic hash with a key, in hex.
  HASH_HMAC("hash_hmac", Parameters.between(3, "algo", "data", "key"), HashFunctions::hashHmac),
  /// Standard Base64.
  BASE64_ENCODE("base64_encode", Parameters.exactly("string"), TextFunctions::base64Encode),
  /// Form encoding.
  URLENCODE("urlencode", Parameters.exactly("string"), TextFunctions::urlencode),
  /// Texts one after another.
  CONCAT("concat", Parameters.atLeast(0), TextFunctions::concat),
  /// The items of a list, joined.
  IMPLODE("implode", Parameters.between(1, "separator", "array"), TextFunctions::implode),
  /// The first argument unless it is empty.
  IFEMPTY("ifempty", Parameters.exactly("a", "b"), TextFunctions::ifempty) {
    @Override
    Optional<String> countFault(int count) {
      return count == 2
          ? Optional.empty()
          : Optional.of("Bad argument count for function 'ifempty'!");
    }
  },
  /// The current Unix seconds.
  TIME("time", Parameters.exactly(), TimeFunctions::time),
  /// A moment as text.
  DATE("date", Parameters.between(1, "format", "timestamp"), TimeFunctions::date),
  /// The moment that an English text means.
  STRTOTIME(
      "strtotime", Parameters.between(1, "datetime", "baseTimestamp"), TimeFunctions::strtotime),
  /// Texts and numbers in a pattern.
  SPRINTF("sprintf", Parameters.atLeast(1, "format"), FormatFunctions::sprintf);

  /// What a function does.
  @FunctionalInterface
  interface Body {
    /// {@return the result}
    ///
    /// @param arguments as many as the function takes
    /// @param scope the clock, and whom to warn
    JsonValue apply(Arguments arguments, Scope scope);
  }

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // A record of an unmodifiable list.
  private final Parameters parameters;

  @SuppressWarnings("ImmutableEnumChecker") // Method references without state.
  private final Body body;

  Function(String text, Parameters parameters, Body body) {
    this.text = text;
    this.parameters = parameters;
    this.body = body;
  }

  /// {@return the function of that name}
  ///
  /// @param name compared case-sensitively
  public static Optional<Function> find(String name) {
    return Arrays.stream(values()).filter(function -> function.text.equals(name)).findFirst();
  }

  /// {@return the names of all functions, joined with commas}
  static String names() {
    return Arrays.stream(values()).map(Function::text).collect(Collectors.joining(", "));
  }

  /// {@return the name as configurations write it}
  public String text() {
    return text;
  }

  /// {@return what is wrong with a number of arguments}
  ///
  /// @param count how many there are
  Optional<String> countFault(int count) {
    return parameters.countFault(text, count);
  }

  /// {@return the result}
  ///
  /// @param values the arguments, evaluated
  /// @param scope the clock, and whom to warn
  /// @throws dev.sluice.problem.UserError if the arguments are not what the function takes
  JsonValue call(List<JsonValue> values, Scope scope) {
    countFault(values.size())
        .ifPresent(fault -> {
          throw ScriptErrors.of(fault);
        });
    return body.apply(new Arguments(text, parameters, values), scope);
  }
}
