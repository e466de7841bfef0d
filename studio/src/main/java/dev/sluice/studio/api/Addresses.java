package dev.sluice.studio.api;

import dev.sluice.json.JsonObject;
import dev.sluice.studio.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import dev.sluice.studio.web.Routes;
import dev.sluice.studio.web.Sessions;

/// All addresses below `/api`. Safe for several threads; to be closed.
public final class Addresses implements AutoCloseable {
  private final Workspace workspace;

  /// Prepares; nothing is opened yet.
  ///
  /// @param workspace what they work on
  public Addresses(Workspace workspace) {
    this.workspace = workspace;
  }

  /// {@return the addresses}
  ///
  /// @param sessions gives tickets for downloads
  public Routes routes(Sessions sessions) {
    var config = new ConfigAddress(workspace);
    var forms = new FormAddress(workspace);
    var checks = new CheckAddress(workspace);
    return new Routes()
        .on("POST", "/api/tickets", (call, _) -> ticket(sessions, Document.of(call)))
        .on("GET", "/api/config", (_, _) -> config.read())
        .on("PUT", "/api/config", (call, _) -> config.save(call))
        .on("POST", "/api/edit", (call, _) -> config.edit(Document.of(call)))
        .on("POST", "/api/forms/authentication", (call, _) -> forms.read(Document.of(call)))
        .on("PUT", "/api/forms/authentication", (call, _) -> forms.write(Document.of(call)))
        .on("POST", "/api/validate", (call, _) -> checks.validate(Document.of(call)))
        .on("POST", "/api/token", (call, _) -> checks.token(Document.of(call)));
  }

  @Override
  public void close() {}

  private static Reply ticket(Sessions sessions, Document request) {
    String path = request.requiredText("path");
    if (!path.startsWith("/api/runs/")) {
      throw Refusal.badRequest("Only results of runs are downloaded.");
    }
    return Reply.json(
        JsonObject.builder().put("href", path + "?ticket=" + sessions.ticket(path)).build());
  }
}
