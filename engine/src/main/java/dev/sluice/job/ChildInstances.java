package dev.sluice.job;

import dev.sluice.config.Job;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The child jobs that the rows of a page start: definition by definition, and for each definition
/// row by row (spec: jobs-and-paging §5.1).
///
/// @param parent the instance whose page it is
/// @param rows the page's rows, filtered
record ChildInstances(JobInstance parent, List<JsonValue> rows) implements Iterable<ChildStart> {

  @Override
  public Iterator<ChildStart> iterator() {
    return new InOrder(parent, rows);
  }

  /// What one row starts, in order; the instances are made when they are taken, because their
  /// functions are evaluated when they start.
  private static List<Supplier<ChildStart>> starts(JobInstance parent, Job child, JsonValue row) {
    boolean isMeant =
        child
            .rule()
            .recursionFilter()
            .map(filter -> ChildCondition.holds(filter, row, child.request().endpoint()))
            .orElse(true);
    if (!isMeant) {
      return List.of();
    }
    List<RunEvent.Log> lines = new ArrayList<>();
    if (child.rule().placeholders().isEmpty()) {
      lines.add(warning("No 'placeholders' set for '%s'".formatted(child.request().endpoint())));
    }
    if (child.rule().placeholders().isEmpty() && parent.lineage().filled().isEmpty()) {
      return List.of(() -> new ChildStart(lines, Optional.empty()));
    }
    return instances(parent, child, row, lines);
  }

  private static List<Supplier<ChildStart>> instances(
      JobInstance parent, Job child, JsonValue row, List<RunEvent.Log> lines) {
    var scope = parent.settings().scope();
    var placeholders =
        new PlaceholderValues(child, parent.lineage(), scope, text -> lines.add(warning(text)));
    List<Supplier<ChildStart>> starts = new ArrayList<>();
    for (Lineage lineage : placeholders.lineages(row)) {
      Endpoint endpoint = EndpointTemplate.fill(child.request().endpoint(), lineage.filled());
      List<RunEvent.Log> before = starts.isEmpty() ? lines : List.of();
      starts.add(() ->
          new ChildStart(
              before, Optional.of(JobInstance.child(child, parent.settings(), endpoint, lineage))));
    }
    return starts.isEmpty() && !lines.isEmpty()
        ? List.of(() -> new ChildStart(lines, Optional.empty()))
        : starts;
  }

  private static RunEvent.Log warning(String text) {
    return new RunEvent.Log(Level.WARNING, text, JsonObject.EMPTY);
  }

  /// Walks through definitions and rows. A row that can't be used fails at its place: `next`
  /// throws, `hasNext` does not.
  private static final class InOrder implements Iterator<ChildStart> {
    private final JobInstance parent;
    private final Iterator<Job> definitions;
    private List<JsonValue> rows;
    private @Nullable Job definition;
    private Iterator<JsonValue> openRows = List.<JsonValue>of().iterator();
    private Iterator<Supplier<ChildStart>> ready = List.<Supplier<ChildStart>>of().iterator();

    InOrder(JobInstance parent, List<JsonValue> rows) {
      this.parent = parent;
      this.definitions = parent.definition().children().iterator();
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext()) {
        if (!openRows.hasNext()) {
          if (!definitions.hasNext()) {
            return false;
          }
          definition = definitions.next();
          openRows = rows.iterator();
        } else if (definition != null) {
          ready = prepared(definition, openRows.next());
        }
      }
      return true;
    }

    private Iterator<Supplier<ChildStart>> prepared(Job child, JsonValue row) {
      try {
        return starts(parent, child, row).iterator();
      } catch (UserError e) {
        Supplier<ChildStart> failure =
            () -> {
              throw e.completed(child.path(), "");
            };
        return List.of(failure).iterator();
      }
    }

    @Override
    public ChildStart next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Supplier<ChildStart> next = ready.next();
      if (!openRows.hasNext() && !definitions.hasNext()) {
        // The last child may run for long: the page is not kept for it.
        rows = List.of();
        openRows = rows.iterator();
      }
      return next.get();
    }
  }
}
