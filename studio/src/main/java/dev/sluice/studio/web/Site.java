package dev.sluice.studio.web;

import dev.sluice.json.JsonObject;
import java.util.function.Function;

/// The whole site: the page's files, the way in, and below `/api` what only the page may ask.
///
/// @param guard refuses requests from elsewhere
/// @param sessions know the page
/// @param routes what the page may ask
/// @param failed makes an answer of what an address threw
public record Site(
    Guard guard, Sessions sessions, Routes routes, Function<RuntimeException, Reply> failed)
    implements Function<Call, Reply> {

  @Override
  public Reply apply(Call call) {
    try {
      guard.check(call);
      return call.path().getFirst().equals("api") ? api(call) : page(call);
    } catch (Refusal e) {
      return e.reply();
    } catch (RuntimeException e) {
      return failed.apply(e);
    }
  }

  private static Reply page(Call call) {
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      throw new Refusal(405, "method_not_allowed", "Pages are only read.");
    }
    return Page.file(call.path());
  }

  private Reply api(Call call) {
    if (call.method().equals("GET") && call.path().equals(Routes.segments("/api/session"))) {
      return Reply.json(
          JsonObject.of("password", dev.sluice.json.JsonBoolean.of(sessions.hasPassword())));
    }
    if (call.method().equals("POST") && call.path().equals(Routes.segments("/api/session"))) {
      return enter(Document.of(call));
    }
    sessions.check(call);
    return routes.answer(call);
  }

  private Reply enter(Document request) {
    String token =
        request
            .text("code")
            .map(sessions::launch)
            .orElseGet(() -> sessions.enter(request.text("password").orElse("")));
    return Reply.json(JsonObject.builder().put("token", token).build());
  }
}
