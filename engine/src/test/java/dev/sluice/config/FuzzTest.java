package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.schema.Configurations;
import dev.sluice.function.Expression;
import dev.sluice.function.Function;
import dev.sluice.function.FunctionJson;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the bytes of a configuration are, reading it and evaluating its functions ends, and
/// with success or with an error of the user's (spec: README G-01).
///
/// Each run begins with other random numbers; `-Dsluice.test.seed` repeats one, and
/// `-Dsluice.test.runs` says how many there are.
final class FuzzTest {
  private static final int RUNS =
      Integer.getInteger("sluice.test.runs", Boolean.getBoolean("sluice.long") ? 100_000 : 2_000);
  private static final long FIRST_SEED = Long.getLong("sluice.test.seed", System.nanoTime());
  private static final Path FILE = Path.of("config.json");
  private static final Scope SCOPE = Scope.of(() -> Instant.ofEpochSecond(1_710_513_045));

  private static final List<Place> PLACES = List.of(Place.values());
  private static final List<Function> FUNCTIONS = List.of(Function.values());

  private static final List<String> WORDS =
      List.of(
          "",
          "0",
          "-1",
          "null",
          "{}",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "1e999",
          "-0.0",
          "99999999999999999999",
          "\"a\"",
          "\"#\"",
          "\ufeff",
          "\u0000",
          "é",
          "𝄞",
          "{\"attr\":\"a\"}",
          "{\"function\":\"concat\",\"args\":[]}",
          "[[[[[[[[",
          "\"%99999999d\"",
          "true",
          "\"..\"",
          "\"[0]\"");

  @Test
  void anyBytesAreAConfigurationOrAnErrorOfTheUsers() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    List<Path> files = new ArrayList<>(Configurations.ofTests());
    files.addAll(Configurations.ofExamples());
    for (Path file : files) {
      seeds.add(Files.readAllBytes(file));
    }
    for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      var random = new Random(seed);
      byte[] text = seeds.get(random.nextInt(seeds.size()));
      byte[] mutated = random.nextBoolean() ? ofBytes(text, random) : ofValues(text, random);
      hold(seed, new String(mutated, StandardCharsets.UTF_8), () -> read(mutated));
    }
  }

  @Test
  void anyFunctionHasAValueOrAnErrorOfTheUsers() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS * 10L; seed++) {
      var random = new Random(seed);
      JsonValue function = function(random, 3);
      Place place = PLACES.get(random.nextInt(PLACES.size()));
      hold(
          seed,
          function.toString(),
          () -> {
            Expression expression = Expression.of(function, place);
            expression.faults();
            expression.usesSecret();
            assertFalse(expression.in(contexts(random)).toString().isEmpty());
          });
    }
  }

  private static void hold(long seed, String what, Runnable law) {
    try {
      law.run();
    } catch (UserError e) {
      assertTrue(!e.problems().isEmpty(), "no problem");
      for (Problem problem : e.problems()) {
        assertFalse(problem.message().isBlank(), "no message, seed " + seed + "\n" + what);
      }
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed + "\n" + what, e);
    }
  }

  private static void read(byte[] text) {
    JsonValue document = ConfigurationReader.document(text, FILE);
    Configuration configuration = ConfigurationReader.read(document, JsonObject.EMPTY);
    for (Iteration iteration : configuration.iterations()) {
      Scope scope =
          SCOPE
              .with("attr", iteration.attributes())
              .with("time", JsonObject.of("previousStart", JsonNumber.of(0)));
      iteration.jobs().forEach(job -> evaluate(job, scope));
    }
  }

  private static void evaluate(Job job, Scope scope) {
    for (Section section :
        List.of(job.request().params(), job.request().headers(), job.userData())) {
      try {
        section.in(scope);
      } catch (UserError e) {
        assertFalse(e.problems().isEmpty());
      }
    }
    job.children().forEach(child -> evaluate(child, scope));
  }

  private static byte[] ofBytes(byte[] text, Random random) {
    byte[] mutated = text;
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(mutated.length + 1);
      int end = Math.min(mutated.length, at + random.nextInt(40));
      byte[] between =
          switch (random.nextInt(5)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[0];
            case 3 -> java.util.Arrays.copyOfRange(text, random.nextInt(text.length), text.length);
            default -> "[".repeat(random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8);
          };
      mutated = joined(mutated, at, between, random.nextBoolean() ? end : at);
    }
    return mutated;
  }

  private static byte[] joined(byte[] text, int at, byte[] between, int from) {
    var joined = new ByteArrayOutputStream();
    joined.write(text, 0, at);
    joined.writeBytes(between);
    joined.write(text, from, text.length - from);
    return joined.toByteArray();
  }

  /// Other values at the places of some, so that the text stays JSON.
  private static byte[] ofValues(byte[] text, Random random) {
    try {
      JsonValue document = new JsonReader().read(text);
      return changed(document, random).toString().getBytes(StandardCharsets.UTF_8);
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonValue changed(JsonValue value, Random random) {
    if (random.nextInt(60) == 0) {
      return random.nextInt(4) == 0 ? function(random, 2) : any(random, 2);
    }
    return switch (value) {
      case JsonObject object -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.forEach((key, inner) ->
            members.put(
                random.nextInt(200) == 0 ? key.toLowerCase(java.util.Locale.ROOT) : key,
                changed(inner, random)));
        yield JsonObject.of(members);
      }
      case JsonArray array ->
          new JsonArray(array.items().stream().map(item -> changed(item, random)).toList());
      default -> value;
    };
  }

  private static JsonValue any(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBoolean.of(random.nextBoolean());
      case 2 -> JsonNumber.of(random.nextLong());
      case 3 -> new JsonNumber(random.nextBoolean() ? "1e308" : "-" + random.nextInt(10) + ".5");
      case 4 -> new JsonString(WORDS.get(random.nextInt(WORDS.size())));
      case 5 -> new JsonString(text(random));
      case 6 -> JsonArray.of(any(random, depth - 1), any(random, depth - 1));
      default -> JsonObject.of(text(random), any(random, depth - 1));
    };
  }

  private static String text(Random random) {
    String alphabet = "abc019 .:/-+%${}[]()'\"\\#@éß𝄞\n\tYmdHis,;=&?";
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static JsonValue function(Random random, int depth) {
    String name =
        FUNCTIONS.get(random.nextInt(FUNCTIONS.size())).name().toLowerCase(java.util.Locale.ROOT);
    JsonValue[] args = new JsonValue[random.nextInt(5)];
    for (int i = 0; i < args.length; i++) {
      args[i] = argument(random, depth);
    }
    return FunctionJson.call(random.nextInt(30) == 0 ? text(random) : name, args);
  }

  private static JsonValue argument(Random random, int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> depth == 0 ? JsonNull.NULL : function(random, depth - 1);
      case 1 -> FunctionJson.reference("attr", "a" + random.nextInt(3));
      case 2 ->
          new JsonString(
              "%"
                  + text(random)
                  + random.nextInt(1_000_000_000)
                  + "sdxeEfF".charAt(random.nextInt(7)));
      case 3 -> new JsonString(text(random) + " " + random.nextInt() + " days");
      default -> any(random, depth);
    };
  }

  private static Scope contexts(Random random) {
    return SCOPE.with(
        "attr",
        JsonObject.of(
            Map.of(
                "a0", any(random, 2), "a1", function(random, 1), "a2", new JsonString("sha256"))));
  }
}
