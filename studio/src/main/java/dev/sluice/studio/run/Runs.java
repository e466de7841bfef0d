package dev.sluice.studio.run;

import dev.sluice.action.ShownExchange;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.run.RunRequest;
import dev.sluice.secret.Redactor;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The runs of the data folder: one at a time, the latest ones remembered. A run does what `sluice
/// run` does, with the same files (spec: studio §4.5). Safe for several threads; to be closed.
public final class Runs implements AutoCloseable {
  private static final byte[] NO_STATE = "{}".getBytes(StandardCharsets.UTF_8);

  private final Workspace workspace;
  private final DataPaths paths;
  private final History history;
  private Optional<LiveRun> current = Optional.empty();

  /// Reads the history.
  ///
  /// @param workspace the data folder
  public Runs(Workspace workspace) {
    this.workspace = workspace;
    this.paths = new DataPaths(workspace.dataFolder());
    this.history = new History(workspace.dataFolder().resolve(".studio").resolve("runs"));
  }

  /// Starts a run of the file as it is saved.
  ///
  /// @param continues whether it goes on from the state that the last run left, rather than being
  ///   the first one
  /// @return its number
  /// @throws Refusal if another one has not ended
  public synchronized String start(boolean continues) {
    if (current.filter(LiveRun::isRunning).isPresent()) {
      throw new Refusal(409, "running", "There is a run under way. Cancel it, or wait.");
    }
    String text = workspace.file().read().text();
    ConfigDocument document = ConfigDocument.of(text);
    RunRequest request = withState(workspace.request(document, Events.NONE), continues);
    var run = new LiveRun(Long.toString(history.next()), request, workspace.markers().hidden(text));
    current = Optional.of(run);
    run.start(continues ? "continue" : "first", history::add);
    return run.id();
  }

  /// {@return a request that starts with a state}
  ///
  /// @param request any
  /// @param continues whether it goes on from the state that the last run left
  public RunRequest withState(RunRequest request, boolean continues) {
    if (!continues) {
      return request.withState(NO_STATE);
    }
    return request.withState(state().orElse(NO_STATE));
  }

  /// {@return the state with which a run would go on: the one that the last run left, else the one
  /// that was put there}
  public Optional<byte[]> state() {
    for (Path file : List.of(paths.outState(), paths.inState())) {
      try {
        if (Files.exists(file)) {
          return Optional.of(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new Refusal(422, "not_readable", "Cannot read '" + file + "'.");
      }
    }
    return Optional.empty();
  }

  /// Cancels a run; nothing of it is published then.
  ///
  /// @param id its number
  /// @throws Refusal if it is none of this session's
  public void cancel(String id) {
    live(id).cancel();
  }

  /// {@return the runs, the latest first}
  public synchronized List<JsonObject> list() {
    List<JsonObject> runs =
        new java.util.ArrayList<>(history.runs().stream().map(Snapshot::json).toList());
    current.filter(LiveRun::isRunning).ifPresent(run -> runs.addFirst(run.snapshot().json()));
    return runs;
  }

  /// {@return what is known about a run}
  ///
  /// @param id its number
  /// @throws Refusal if there is none
  public JsonObject find(String id) {
    return snapshot(id).json();
  }

  /// {@return the configuration that a run had, secrets masked}
  ///
  /// @param id its number
  /// @throws Refusal if there is no such run
  public String config(String id) {
    return snapshot(id).config();
  }

  /// {@return what happens in a run}
  ///
  /// @param id its number
  /// @throws Refusal if it is none of this session's
  public EventLog events(String id) {
    return live(id).log();
  }

  /// {@return one of the latest requests of a run, with its answer}
  ///
  /// @param id the run's number
  /// @param number the request's
  /// @throws Refusal if it is not known any more
  public ShownExchange exchange(String id, int number) {
    return live(id)
        .exchange(number)
        .orElseThrow(() -> Refusal.notFound("This request is not kept any more."));
  }

  /// {@return who knows the secrets of a run}
  ///
  /// @param id the run's number
  public synchronized Redactor redactor(String id) {
    return current
        .filter(run -> run.id().equals(id))
        .map(run -> run.request().redactor())
        .orElseGet(this::ownRedactor);
  }

  /// {@return the folder of the tables, which are those of the latest run that published}
  ///
  /// @param id the run's number
  /// @throws Refusal if it has no tables, or others have taken their place
  public Path tables(String id) {
    Optional<String> latest =
        history.runs().stream()
            .filter(run -> run.status() == Snapshot.Status.SUCCESS)
            .map(Snapshot::id)
            .findFirst();
    if (latest.filter(id::equals).isEmpty()) {
      snapshot(id);
      throw Refusal.notFound(
          "The tables of this run are not there: it published none, or a later run did.");
    }
    return paths.tables();
  }

  /// {@return the state that the latest run left}
  public Path outState() {
    return paths.outState();
  }

  @Override
  public void close() {
    Optional<LiveRun> last;
    synchronized (this) {
      last = current;
    }
    last.filter(LiveRun::isRunning).ifPresent(LiveRun::end);
  }

  private Redactor ownRedactor() {
    var redactor = new Redactor();
    try {
      redactor.addAll(
          dev.sluice.config.ConfigurationReader.secrets(
              ConfigDocument.of(workspace.file().read().text()).value(), JsonObject.EMPTY));
    } catch (Refusal _) {
      // A file that can't be read now holds no secrets to look for.
    }
    return redactor;
  }

  private Snapshot snapshot(String id) {
    synchronized (this) {
      Optional<LiveRun> live = current.filter(run -> run.id().equals(id));
      if (live.isPresent()) {
        return live.get().snapshot();
      }
    }
    return history.runs().stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("There is no such run."));
  }

  private synchronized LiveRun live(String id) {
    return current
        .filter(run -> run.id().equals(id))
        .orElseThrow(() -> Refusal.notFound("There is no such run any more."));
  }
}
