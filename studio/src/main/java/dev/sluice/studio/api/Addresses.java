package dev.sluice.studio.api;

import dev.sluice.json.JsonObject;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.run.Runs;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import dev.sluice.studio.web.Routes;
import dev.sluice.studio.web.Sessions;

/// All addresses below `/api`. Safe for several threads; to be closed.
public final class Addresses implements AutoCloseable {
  private final Workspace workspace;
  private final Runs runs;
  private final TestAddress tests;
  private final DemoAddress demo;

  /// Prepares; nothing is opened yet.
  ///
  /// @param workspace what they work on
  public Addresses(Workspace workspace) {
    this.workspace = workspace;
    this.runs = new Runs(workspace);
    this.tests = new TestAddress(workspace, runs);
    this.demo = new DemoAddress(workspace);
  }

  /// {@return the addresses}
  ///
  /// @param sessions gives tickets for downloads
  public Routes routes(Sessions sessions) {
    var config = new ConfigAddress(workspace);
    var forms = new FormAddress(workspace);
    var checks = new CheckAddress(workspace);
    var actions = new ActionAddress(workspace);
    var discovery = new DiscoveryAddress(workspace);
    var results = new RunAddress(workspace, runs);
    Routes routes =
        new Routes()
            .on("POST", "/api/tickets", (call, _) -> ticket(sessions, Document.of(call)))
            .on("GET", "/api/config", (_, _) -> config.read())
            .on("PUT", "/api/config", (call, _) -> config.save(call))
            .on("GET", "/api/secrets", (_, _) -> config.secrets())
            .on("POST", "/api/secrets", (call, _) -> config.moveSecrets(Document.of(call)))
            .on("POST", "/api/edit", (call, _) -> config.edit(Document.of(call)))
            .on(
                "POST",
                "/api/parameters/uses",
                (call, _) -> ParameterAddress.uses(Document.of(call)))
            .on(
                "POST",
                "/api/parameters/rename",
                (call, _) -> ParameterAddress.rename(Document.of(call)))
            .on("POST", "/api/forms/authentication", (call, _) -> forms.read(Document.of(call)))
            .on("PUT", "/api/forms/authentication", (call, _) -> forms.write(Document.of(call)))
            .on("POST", "/api/validate", (call, _) -> checks.validate(Document.of(call)))
            .on("POST", "/api/token", (call, _) -> checks.token(Document.of(call)))
            .on("POST", "/api/actions/test_request", (call, _) -> tests.test(Document.of(call)))
            .on(
                "POST",
                "/api/actions/{name}",
                (call, names) -> actions.perform(names, Document.of(call)))
            .on("DELETE", "/api/tests/{id}", (_, names) -> tests.cancel(names))
            .on("POST", "/api/discover", (call, _) -> discovery.find(Document.of(call)))
            .on("GET", "/api/info", (_, _) -> info())
            .on("POST", "/api/demo", (_, _) -> demo.start());
    return runs(routes, results);
  }

  private Routes runs(Routes routes, RunAddress results) {
    return routes
        .on("POST", "/api/runs", (call, _) -> results.start(Document.of(call)))
        .on("GET", "/api/runs", (_, _) -> results.list())
        .on("GET", "/api/runs/{id}", (_, names) -> results.find(names))
        .on("DELETE", "/api/runs/{id}", (_, names) -> results.cancel(names))
        .on("GET", "/api/runs/{id}/config", (_, names) -> results.config(names))
        .on("GET", "/api/runs/{id}/events", results::events)
        .on("GET", "/api/runs/{id}/exchanges/{number}", (_, names) -> results.exchange(names))
        .on("GET", "/api/runs/{id}/tables", (_, names) -> results.tables(names))
        .on("GET", "/api/runs/{id}/tables/{name}.csv", (_, names) -> results.csv(names))
        .on("GET", "/api/runs/{id}/tables/{name}.manifest", (_, names) -> results.manifest(names))
        .on("GET", "/api/runs/{id}/tables/{name}", results::rows)
        .on("GET", "/api/runs/{id}/out.zip", (_, names) -> results.zip(names))
        .on("GET", "/api/state", (_, _) -> results.state())
        .on("GET", "/api/command", (_, _) -> results.command(workspace.command()));
  }

  @Override
  public void close() {
    tests.close();
    runs.close();
    demo.close();
  }

  private Reply info() {
    return Reply.json(
        JsonObject.builder()
            .put("dataFolder", workspace.dataFolder().toAbsolutePath().normalize().toString())
            .put(
                "name",
                String.valueOf(workspace.dataFolder().toAbsolutePath().normalize().getFileName()))
            .put(
                "secretsFile",
                Json.orNull(workspace.secrets().file().map(file -> file.path().toString())))
            .build());
  }

  private static Reply ticket(Sessions sessions, Document request) {
    String path = request.requiredText("path");
    if (!path.startsWith("/api/runs/")) {
      throw Refusal.badRequest("Only results of runs are downloaded.");
    }
    return Reply.json(
        JsonObject.builder().put("href", path + "?ticket=" + sessions.ticket(path)).build());
  }
}
