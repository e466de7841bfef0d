package dev.sluice.job;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonValue;
import dev.sluice.json.LongList;
import dev.sluice.paging.PageFacts;
import dev.sluice.php.JsonText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The facts of a page. Long lists in its response are read again for each fact that looks at them.
///
/// @param document the response
/// @param rows its rows, before the response filter
/// @param clock the time
record DocumentFacts(JsonValue document, List<JsonValue> rows, InstantSource clock)
    implements PageFacts {

  @Override
  public Optional<JsonValue> find(String path, String delimiter) {
    // What is found may go into the next request, when the page is gone.
    return JsonPath.find(path, document, delimiter).map(LongList::whole);
  }

  @Override
  public Optional<JsonValue> property(String name) {
    return document instanceof JsonObject object ? object.find(name) : Optional.empty();
  }

  @Override
  public long rowCount() {
    return rows.size();
  }

  @Override
  public Iterator<Optional<JsonValue>> rowValues(String path) {
    return rows.stream().map(row -> JsonPath.find(path, row)).iterator();
  }

  @Override
  public String rowsFingerprint() {
    return Long.toHexString(Fingerprint.of(rows).sum());
  }

  @Override
  public long volume() {
    return JsonText.length(document);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }
}
