package dev.sluice.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.core.JsonGenerator;

/// The orders with their lines, and the shipments of those that are on their way or have arrived.
final class Orders {
  /// How many there are: not a multiple of a usual page, so that the last page is a short one.
  static final int COUNT = 4_120;

  /// The number of the first order; the others follow it without gaps.
  static final int FIRST_ID = 50_001;

  private static final Instant FIRST_DAY = Instant.parse("2025-01-02T06:30:00Z");
  private static final List<String> CARRIERS = List.of("Packeta", "DHL", "GLS", "PPL");
  private static final List<Article> ARTICLES =
      List.of(
          new Article("TEA-ASSAM-250", "Assam, 250 g", 890),
          new Article("TEA-SENCHA-100", "Sencha \"first flush\", 100 g", 1_450),
          new Article("CUP-BLUE", "Cup, blue", 1_190),
          new Article("POT-IRON-08", "Iron pot, 0.8 l", 5_900),
          new Article("HONEY-LIME", "Lime honey, 500 g", 749),
          new Article("FILTER-100", "Paper filters, 100 pcs", 329),
          new Article("SCALE-POCKET", "Pocket scale", 2_499));

  private Orders() {}

  private record Article(String sku, String name, int priceCents) {}

  private record Line(Article article, int quantity, boolean giftWrap) {
    long cents() {
      return (long) article.priceCents * quantity;
    }
  }

  /// {@return all orders, the same ones at every call}
  static Rows write() {
    return Rows.write(COUNT, (json, index) -> write(json, FIRST_ID + index));
  }

  /// {@return the shipments of one order: none before it is shipped, then one or two}
  ///
  /// @param order the order's number
  static Rows shipments(int order) {
    RandomGenerator random = new SplittableRandom(31L * order);
    String status = status(order);
    boolean shipped = status.equals("shipped") || status.equals("delivered");
    int count = shipped ? 1 + random.nextInt(2) : 0;
    return Rows.write(count, (json, index) -> shipment(json, order, index + 1, random));
  }

  /// About one order in seventeen is on its way: few enough to ask for each one's shipments.
  static String status(int order) {
    return switch (order * 7 % 17) {
      case 0 -> "shipped";
      case 1, 2 -> "new";
      case 3 -> "paid";
      case 4 -> "cancelled";
      default -> "delivered";
    };
  }

  private static void write(JsonGenerator json, int id) {
    RandomGenerator random = new SplittableRandom(id);
    List<Line> lines = lines(random);
    int discount = random.nextInt(6) == 0 ? 10 : 0;
    long cents = lines.stream().mapToLong(Line::cents).sum() * (100 - discount) / 100;
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeNumberProperty("customer_id", 1 + random.nextInt(Customers.COUNT));
    json.writeStringProperty("placed_at", placed(id).toString());
    json.writeStringProperty("status", status(id));
    json.writeStringProperty("currency", "EUR");
    json.writeNumberProperty("total", BigDecimal.valueOf(cents, 2));
    if (discount == 0) {
      json.writeNullProperty("discount");
    } else {
      json.writeNumberProperty("discount", BigDecimal.valueOf(discount, 2));
    }
    json.writeObjectPropertyStart("payment");
    json.writeStringProperty("method", random.nextInt(3) == 0 ? "invoice" : "card");
    json.writeBooleanProperty("settled", !status(id).equals("new"));
    json.writeEndObject();
    json.writeArrayPropertyStart("lines");
    for (int index = 0; index < lines.size(); index++) {
      line(json, index + 1, lines.get(index));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<Line> lines(RandomGenerator random) {
    int count = 1 + random.nextInt(4);
    int first = random.nextInt(ARTICLES.size());
    List<Line> lines = new ArrayList<>(count);
    for (int next = 0; next < count; next++) {
      Article article = ARTICLES.get((first + next) % ARTICLES.size());
      lines.add(new Line(article, 1 + random.nextInt(5), random.nextInt(8) == 0));
    }
    return lines;
  }

  private static void line(JsonGenerator json, int position, Line line) {
    json.writeStartObject();
    json.writeNumberProperty("position", position);
    json.writeStringProperty("sku", line.article.sku);
    json.writeStringProperty("name", line.article.name);
    json.writeNumberProperty("quantity", line.quantity);
    json.writeNumberProperty("unit_price", BigDecimal.valueOf(line.article.priceCents, 2));
    json.writeBooleanProperty("gift_wrap", line.giftWrap);
    json.writeEndObject();
  }

  private static void shipment(JsonGenerator json, int order, int part, RandomGenerator random) {
    String carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
    json.writeStartObject();
    json.writeStringProperty("id", "S-" + order + "-" + part);
    json.writeStringProperty("carrier", carrier);
    json.writeStringProperty(
        "tracking", String.format(Locale.ROOT, "%s%09d", carrier.charAt(0), order * 1_009 + part));
    json.writeStringProperty("shipped_at", placed(order).plusSeconds(86_400L * part).toString());
    json.writeNumberProperty("weight_kg", BigDecimal.valueOf(200 + random.nextInt(9_000), 3));
    json.writeEndObject();
  }

  private static Instant placed(int id) {
    return FIRST_DAY.plusSeconds((id - FIRST_ID) * 4_271L);
  }
}
