package dev.sluice.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The worked example of a new paging method in `docs/extending.md`: it compiles, it works, and the
/// page shows the same code.
final class ExtendingTest {
  private static final Pattern REGION =
      Pattern.compile("// region: \\w+\n(.*?)\n*// end", Pattern.DOTALL);

  @Test
  void countsPagesUpToTheNumberInTheResponse() {
    var job =
        new ApiRequest(
            "orders",
            Method.GET,
            JsonObject.EMPTY,
            JsonObject.EMPTY,
            ApiRequest.Source.CONFIGURED,
            Set.of());
    Step.Ask first = TotalPagesScroller.first(new TotalPages("meta.pages", "p"), job);
    var second = (Step.Ask) first.then().next(FakePage.of("{\"meta\":{\"pages\":2}}"));
    Step last = second.then().next(FakePage.of("{\"meta\":{\"pages\":2}}"));
    assertEquals(FakePage.json("{\"p\":2}"), second.request().params());
    assertEquals(new Step.Stop(StopReason.info("Last page reached, stopping scrolling.")), last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TotalPages.java", "TotalPagesScroller.java"})
  void thePageShowsTheSameCode(String file) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "extending.md"));
    String source = Files.readString(Path.of("src/test/java/dev/sluice/paging", file));
    Matcher region = REGION.matcher(source);
    assertTrue(region.find());
    assertTrue(page.contains(region.group(1)), region.group(1));
  }
}
