package dev.sluice.run;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;

/// An API and a configuration for it, both made from a seed: what is answered depends on the seed
/// and the address alone, when it is answered depends on chance.
final class RandomApi {
  private static final List<String> PAGING =
      List.of(
          "{\"method\":\"offset\",\"limit\":3}",
          "{\"method\":\"pagenum\",\"limit\":3}",
          "{\"method\":\"cursor\",\"idKey\":\"id\",\"param\":\"after\",\"increment\":1}",
          "{\"method\":\"response.param\",\"responseParam\":\"next\",\"queryParam\":\"from\"}");

  private final long seed;
  private final int failing;

  /// @param seed makes the same API each time
  RandomApi(long seed) {
    this.seed = seed;
    // One API in three has addresses that refuse.
    this.failing = seed % 3 == 0 ? 40 : Integer.MAX_VALUE;
  }

  /// {@return `config.json`}
  ///
  /// @param origin where the API is
  String configuration(String origin) {
    var random = new Random(seed);
    var jobs = new StringJoiner(",");
    for (int job = 0; job < 2 + random.nextInt(3); job++) {
      jobs.add(job("r" + job, random, 0));
    }
    return """
    {"parameters": {
      "api": {
        "baseUrl": "%s/",
        "pagination": %s,
        "http": {"ignoreErrors": [404]}
      },
      "config": {"outputBucket": "shop", "incrementalOutput": true, "jobs": [%s]}}}
    """
        .formatted(origin, PAGING.get(random.nextInt(PAGING.size())), jobs);
  }

  private static String job(String name, Random random, int depth) {
    String parent = depth == 0 ? "" : "/{id}";
    String placeholders = depth == 0 ? "" : ",\"placeholders\":{\"id\":\"id\"}";
    String filter = depth > 0 && random.nextInt(3) == 0 ? ",\"recursionFilter\":\"id>2\"" : "";
    String type = random.nextBoolean() ? ",\"dataType\":\"shared\"" : "";
    var children = new StringJoiner(",", ",\"children\":[", "]");
    if (depth < 2) {
      for (int child = 0; child < random.nextInt(3); child++) {
        children.add(job(name + "c" + child, random, depth + 1));
      }
    }
    return "{\"endpoint\":\"%s%s\",\"dataField\":\"items\"%s%s%s%s}"
        .formatted(name, parent, placeholders, filter, type, children);
  }

  /// {@return the answer to a request, after a while}
  ///
  /// @param request names an address
  Answer answer(Received request) {
    LockSupport.parkNanos(
        Duration.ofMillis(java.util.concurrent.ThreadLocalRandom.current().nextInt(6)).toNanos());
    var random = new Random(seed * 31 + request.target().hashCode());
    random.nextInt();
    if (random.nextInt(failing) == failing / 2) {
      return Answer.json(403, "{\"error\":\"" + request.target() + "\"}");
    }
    if (random.nextInt(12) == 0) {
      return Answer.json(
          404, random.nextBoolean() ? "gone: " + request.target() : "{\"items\":[]}");
    }
    int rows = random.nextInt(5) == 0 ? 3 : random.nextInt(3);
    List<String> items = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      items.add(row(random));
    }
    return Answer.json(
        "{\"next\":%s,\"items\":[%s]}"
            .formatted(
                random.nextInt(3) == 0 ? random.nextInt(1000) : "null", String.join(",", items)));
  }

  private static String row(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "{\"id\":%d}".formatted(random.nextInt(6));
      case 1 -> "{\"id\":%d,\"name\":\"n%d\"}".formatted(random.nextInt(6), random.nextInt());
      case 2 -> "{\"id\":%d,\"tags\":[\"a\",%d]}".formatted(random.nextInt(6), random.nextInt(9));
      default ->
          "{\"id\":%d,\"of\":{\"x%d\":1.50}}".formatted(random.nextInt(6), random.nextInt(4));
    };
  }
}
