package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameScopeTest {
  private final NameScope scope = new NameScope();

  private List<String> take(String... bases) {
    return Stream.of(bases).map(base -> scope.take(base, true)).toList();
  }

  @Test
  void numbersNamesThatAreTaken() {
    assertEquals(List.of("a", "a_u0", "a_u1", "b"), take("a", "a", "a", "b"));
  }

  @Test
  void passesOverNumbersThatAreNames() {
    assertEquals(List.of("a_u0", "a", "a_u1", "a_u2"), take("a_u0", "a", "a", "a"));
  }

  @Test
  void numbersNamesThatWereGivenAsNumbers() {
    assertEquals(List.of("a", "a_u0", "a_u0_u0", "a_u1"), take("a", "a", "a_u0", "a"));
  }

  @Test
  void tellsNumbersFromWhatOnlyLooksLikeOne() {
    assertEquals(
        List.of("a", "a_u0", "a_u00", "a_u", "a_ux", "_u0", "a_u1000000000"),
        take("a", "a", "a_u00", "a_u", "a_ux", "_u0", "a_u1000000000"));
  }

  @Test
  void comparesCaseSensitively() {
    assertEquals(List.of("Camel", "camel"), take("Camel", "camel"));
  }

  @Test
  void keepsHeldNamesForColumnsOnly() {
    scope.hold("a");
    assertEquals("a", scope.take("a", false));
    assertEquals("a_u0", scope.take("a", true));
    scope.hold("b");
    scope.release("b");
    assertEquals("b", scope.take("b", true));
  }

  @Test
  void copiesAreIndependent() {
    take("a", "a");
    assertEquals("a_u1", scope.copy().take("a", true));
    assertEquals("a_u1", scope.take("a", true));
  }
}
