package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.sluice.demo.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The studio's page in Debian's Chromium, with the built-in demo API behind it.
final class StudioPageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Optional<Playwright> playwright = Optional.empty();
  private static Optional<Browser> browser = Optional.empty();

  @TempDir private Path folder;

  private final List<String> replies = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private Optional<Launcher.Started> studio = Optional.empty();
  private Optional<BrowserContext> context = Optional.empty();

  @BeforeAll
  static void startBrowser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM), "There is no /usr/bin/chromium: apt-get install chromium");
    // The browser is Debian's; nothing is downloaded.
    var env = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright started = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    playwright = Optional.of(started);
    browser =
        Optional.of(
            started
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET)));
  }

  @AfterAll
  static void stopBrowser() {
    browser.ifPresent(Browser::close);
    playwright.ifPresent(Playwright::close);
  }

  @BeforeEach
  void startStudio() throws IOException {
    studio = Optional.of(Launcher.studio(folder));
  }

  @AfterEach
  void stopStudio() throws InterruptedException {
    context.ifPresent(BrowserContext::close);
    Process process = studio.orElseThrow().process();
    process.destroy();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
  }

  @Test
  void aNewcomerGetsFromNothingToTables() throws Exception {
    try (Demo demo = Demo.start()) {
      Page page = open();
      page.getByText("Start with OAuth 2.0 client credentials").click();
      fill(page, "Base URL", demo.origin() + "/v1/");
      fill(page, "Access Token URL", demo.tokenUrl());
      fill(page, "Client ID", demo.clientId());
      fill(page, "Client Secret", demo.clientSecret());
      button(page, "Get token").click();
      page.getByText("✓ 200 · Bearer").first().waitFor();
      fill(page, "First endpoint", "orders");
      button(page, "Go to the endpoint").click();
      button(page, "Send request").click();
      page.getByText("Tables (2)").first().waitFor();
      // Until it is saved, the text that the page sends holds the secret that was typed into it.
      button(page, "Save").click();
      page.getByText("Saved", new Page.GetByTextOptions().setExact(true)).first().waitFor();
      replies.clear();
      button(page, "Run").click();
      page.getByText("✓ success:").first().waitFor();
      page.reload();
      page.getByText("Base configuration").first().click();
      button(page, "Get token").click();
      page.getByText("✓ 200 · Bearer").first().waitFor();

      assertTrue(Files.exists(folder.resolve("out/tables/orders")));
      String saved = Files.readString(folder.resolve("config.json"));
      assertTrue(saved.contains(demo.clientSecret()), "the file holds the secret");
      assertNoSecret(page, demo.clientSecret());
      assertEquals(List.of(), faults);
    }
  }

  @Test
  void theDemoIsTriedByKeyboardOnly() throws Exception {
    Page page = open();
    tabTo(page, "Try the built-in demo API");
    page.keyboard().press("Enter");
    button(page, "Get token").waitFor();
    tabTo(page, "Run");
    page.keyboard().press("Enter");
    page.getByText("✓ success:").first().waitFor();
    assertEquals(List.of(), faults);
  }

  @Test
  void noScreenHasAFaultOfAccessibilityInEitherTheme() throws Exception {
    Page page = open();
    List<String> found = new ArrayList<>(violations(page, "start"));
    page.getByText("Try the built-in demo API").click();
    button(page, "Get token").click();
    page.getByText("✓ 200 · Bearer").first().waitFor();
    found.addAll(violations(page, "base"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("orders").setExact(true))
        .click();
    button(page, "Send request").click();
    page.getByText("Tables (2)").first().waitFor();
    found.addAll(violations(page, "test"));
    button(page, "Run").click();
    page.getByText("✓ success:").first().waitFor();
    found.addAll(violations(page, "run"));
    for (String screen :
        List.of("http", "paginations", "parameters", "data", "iterations", "ssh", "json")) {
      page.evaluate("screen => { location.hash = '#' + screen; }", screen);
      page.waitForTimeout(300);
      found.addAll(violations(page, screen));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void textThatIsNoJsonIsKeptAndNotSaved() throws Exception {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"parameters\":{\"api\":{\"baseUrl\":\"https://api.example.com/\"},\"config\":{\"jobs\":[]}}}");
    String before = Files.readString(folder.resolve("config.json"));
    Page page = open();
    page.getByText("All settings (JSON)").first().click();
    var editor =
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("config.json"));
    editor.fill("{,");
    page.keyboard().press("Tab");
    button(page, "Save").click();
    page.getByText("line 1").first().waitFor();
    assertEquals("{,", editor.inputValue());
    assertEquals(before, Files.readString(folder.resolve("config.json")));
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwritten() throws Exception {
    Path file = folder.resolve("config.json");
    Files.writeString(
        file,
        "{\"parameters\":{\"api\":{\"baseUrl\":\"https://api.example.com/\"},\"config\":{\"jobs\":[]}}}");
    Page page = open();
    fill(page, "Base URL", "https://other.example.com/");
    Files.writeString(file, "{\"parameters\":{}}");
    button(page, "Save").click();
    page.getByText("was changed by something else").waitFor();
    assertEquals("{\"parameters\":{}}", Files.readString(file));
    button(page, "Take over the file as it is now").click();
    page.getByText("Saved", new Page.GetByTextOptions().setExact(true)).first().waitFor();
  }

  private Page open() throws IOException, InterruptedException {
    BrowserContext opened =
        browser
            .orElseThrow()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setBypassCSP(true));
    context = Optional.of(opened);
    opened.setDefaultTimeout(20_000);
    Page page = opened.newPage();
    page.onPageError(faults::add);
    page.onResponse(response -> {
      if (response.url().contains("/api/") && !response.url().contains("/events")) {
        try {
          replies.add(response.text());
        } catch (PlaywrightException _) {
          // A download, or the page has gone on: there is no text to look at.
        }
      }
    });
    page.navigate(Launcher.address(studio.orElseThrow()));
    page.getByRole(AriaRole.HEADING).first().waitFor();
    return page;
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void fill(Page page, String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).last().fill(value);
    page.keyboard().press("Tab");
    page.waitForTimeout(200);
  }

  private static void tabTo(Page page, String name) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      Object text = page.evaluate("() => document.activeElement?.textContent ?? ''");
      if (String.valueOf(text).startsWith(name)) {
        return;
      }
    }
    throw new AssertionError("'" + name + "' can't be reached by the Tab key");
  }

  private void assertNoSecret(Page page, String secret) {
    assertFalse(page.content().contains(secret), "the secret is in the page");
    for (String reply : replies) {
      assertFalse(reply.contains(secret), "the secret is in a reply");
    }
    assertFalse(replies.isEmpty());
  }

  private static List<String> violations(Page page, String screen) throws IOException {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate(axe());
      Object faults =
          page.evaluate(
              "async () => (await axe.run()).violations.map(v => v.id + ' ' + v.nodes[0].html)");
      if (faults instanceof List<?> list) {
        list.forEach(fault -> found.add(screen + ", " + scheme + ": " + fault));
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return found;
  }

  private static String axe() throws IOException {
    String path = "/axe.min.js";
    try (InputStream script =
        Objects.requireNonNull(StudioPageIT.class.getResourceAsStream(path), path)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
