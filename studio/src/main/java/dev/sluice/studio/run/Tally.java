package dev.sluice.studio.run;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;

/// How far a run is.
///
/// @param requests answered attempts, logins included
/// @param pages committed pages
/// @param rows their rows
record Tally(long requests, long pages, long rows) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally withRequest() {
    return new Tally(requests + 1, pages, rows);
  }

  Tally withPage(int more) {
    return new Tally(requests, pages + 1, rows + more);
  }

  JsonObject json() {
    return JsonObject.builder()
        .put("requests", JsonNumber.of(requests))
        .put("pages", JsonNumber.of(pages))
        .put("rows", JsonNumber.of(rows))
        .build();
  }
}
