package dev.sluice.studio.web;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;

/// The studio will not do what it is asked for: becomes an answer with an error in it (spec: studio
/// §4.5).
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient JsonObject more;

  /// Refuses.
  ///
  /// @param status the HTTP status
  /// @param code what went wrong, for programs, e.g. `not_found`
  /// @param message what went wrong, for people; never a secret
  /// @param more further members of the error
  public Refusal(int status, String code, String message, JsonObject more) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }

  /// Refuses with nothing to add.
  ///
  /// @param status the HTTP status
  /// @param code what went wrong, for programs
  /// @param message what went wrong, for people; never a secret
  public Refusal(int status, String code, String message) {
    this(status, code, message, JsonObject.EMPTY);
  }

  /// {@return a refusal of a request that can't be understood}
  ///
  /// @param message why not
  public static Refusal badRequest(String message) {
    return new Refusal(400, "bad_request", message);
  }

  /// {@return a refusal because there is no such thing}
  ///
  /// @param message what is missing
  public static Refusal notFound(String message) {
    return new Refusal(404, "not_found", message);
  }

  /// {@return the error as an answer}
  public Reply reply() {
    return Reply.json(status, document(code, String.valueOf(getMessage()), more));
  }

  /// {@return an error as it stands in answers}
  ///
  /// @param code what went wrong, for programs
  /// @param message what went wrong, for people
  /// @param more further members
  public static JsonObject document(String code, String message, JsonObject more) {
    var error = JsonObject.builder().put("code", code).put("message", message);
    for (int i = 0; i < more.size(); i++) {
      JsonValue value = more.value(i);
      error.put(more.shape().name(i), value);
    }
    return JsonObject.builder().put("status", "error").put("error", error.build()).build();
  }
}
