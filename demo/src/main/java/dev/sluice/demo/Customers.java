package dev.sluice.demo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.core.JsonGenerator;

/// The customers: names beyond ASCII, missing telephone numbers, notes with quotes and line breaks,
/// and card numbers too long for a 64-bit integer, as real shops have them.
final class Customers {
  /// How many there are: not a multiple of a usual page, so that the last page is a short one.
  static final int COUNT = 2_437;

  private static final Instant OPENING = Instant.parse("2019-03-04T08:00:00Z");
  private static final BigInteger FIRST_CARD = new BigInteger("9810000000000000037");

  private static final List<String> GIVEN =
      List.of(
          "Ada",
          "Björn",
          "Chloé",
          "Dmytro",
          "Eszter",
          "Fatima",
          "Grace",
          "Hiroshi",
          "Inés",
          "Jiří",
          "Katarzyna",
          "Lars",
          "Mihai",
          "Nguyễn",
          "Oluwaseun",
          "Priya",
          "Quentin",
          "Rosa",
          "Siobhán",
          "Tomáš",
          "Ulla",
          "Věra",
          "Wei",
          "Ximena",
          "Yusuf",
          "Zoë");
  private static final List<String> FAMILY =
      List.of(
          "Adeyemi",
          "Bianchi",
          "Černá",
          "Dubois",
          "Eriksson",
          "Fernández",
          "García",
          "Hansen",
          "Ionescu",
          "Janssen",
          "Kowalska",
          "Lindqvist",
          "Müller",
          "Novák",
          "O'Brien",
          "Papadakis",
          "Quinn",
          "Rossi",
          "Šimek",
          "Tanaka",
          "Ünal",
          "van Dijk",
          "Weiß",
          "Yılmaz",
          "Zhang");
  private static final List<String> CITIES =
      List.of(
          "Praha|CZ|110 00",
          "Wien|AT|1010",
          "Kraków|PL|30-001",
          "Lyon|FR|69001",
          "Porto|PT|4000-001",
          "Göteborg|SE|411 01",
          "Cork|IE|T12",
          "Bologna|IT|40121",
          "Utrecht|NL|3511",
          "Brno|CZ|602 00",
          "Leipzig|DE|04103",
          "Tartu|EE|51003");
  private static final List<String> STREETS =
      List.of(
          "Lindenallee", "Rue de la Paix", "Na Příkopě", "Via Roma", "High Street", "Storgatan");
  private static final List<String> TAGS =
      List.of("newsletter", "wholesale", "vip", "gift cards", "returns often", "b2b", "student");

  private Customers() {}

  /// {@return all customers, the same ones at every call}
  static Rows write() {
    var random = new Random(2_025);
    return Rows.write(COUNT, (json, index) -> write(json, index + 1, random));
  }

  private static void write(JsonGenerator json, int id, Random random) {
    String given = pick(GIVEN, random);
    String family = pick(FAMILY, random);
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeStringProperty("number", String.format(Locale.ROOT, "C-%06d", id));
    json.writeStringProperty("name", given + " " + family);
    json.writeStringProperty("email", "customer" + id + "@shop.example");
    if (random.nextInt(5) == 0) {
      json.writeNullProperty("phone");
    } else {
      json.writeStringProperty("phone", "+420 6" + (10_000_000 + random.nextInt(89_999_999)));
    }
    json.writeName("loyalty_card");
    json.writeNumber(FIRST_CARD.add(BigInteger.valueOf(7_919L * id)));
    json.writeStringProperty("registered_at", registered(id).toString());
    json.writeBooleanProperty("active", random.nextInt(12) != 0);
    json.writeNumberProperty("credit_limit", BigDecimal.valueOf(random.nextInt(40) * 12_550L, 2));
    address(json, random);
    tags(json, random);
    json.writeStringProperty("note", note(random));
    json.writeEndObject();
  }

  private static void address(JsonGenerator json, Random random) {
    String[] city = pick(CITIES, random).split("\\|", 3);
    json.writeObjectPropertyStart("address");
    json.writeStringProperty("street", pick(STREETS, random) + " " + (1 + random.nextInt(180)));
    json.writeStringProperty("city", city[0]);
    json.writeStringProperty("zip", city[2]);
    json.writeStringProperty("country", city[1]);
    json.writeObjectPropertyStart("geo");
    json.writeNumberProperty(
        "lat", BigDecimal.valueOf(38_000_000L + random.nextInt(20_000_000), 6));
    json.writeNumberProperty(
        "lng", BigDecimal.valueOf(-9_000_000L + random.nextInt(36_000_000), 6));
    json.writeEndObject();
    json.writeEndObject();
  }

  /// Some customers have no list at all but null, which is where the original loses data.
  private static void tags(JsonGenerator json, Random random) {
    int count = random.nextInt(5) - 1;
    if (count < 0) {
      json.writeNullProperty("tags");
      return;
    }
    json.writeArrayPropertyStart("tags");
    int first = random.nextInt(TAGS.size());
    for (int next = 0; next < count; next++) {
      json.writeString(TAGS.get((first + next) % TAGS.size()));
    }
    json.writeEndArray();
  }

  private static String note(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "Said \"call after six\", then moved";
      case 1 -> "Second door,\nring twice";
      case 2 -> "Prefers e-mail; pays by invoice";
      default -> "";
    };
  }

  private static Instant registered(int id) {
    return OPENING.plusSeconds(id * 77_777L);
  }

  private static String pick(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
