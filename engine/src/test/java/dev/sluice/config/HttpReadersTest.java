package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading what configurations say about requests (spec: run-and-http §1.13, §2.1-§2.9, §3.5).
final class HttpReadersTest {
  private final Problems problems = new Problems();

  @Nested
  final class OfHttp {
    @Test
    void hasItsDefaults() throws JsonSyntaxError {
      assertEquals(HttpSettings.NONE, read("{}"));
      assertEquals(
          HttpSettings.NONE,
          read("{\"http\":{\"headers\":1,\"ignoreErrors\":404,\"requiredHeaders\":\"X\"}}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            10      | PT10S
            0.5     | PT0.5S
            "1.5"   | PT1.5S
            "2e1"   | PT20S
            0       | none
            "0"     | none
            1e12    | none
            "soon"  | PT30S
            ""      | PT30S
            null    | PT30S
            true    | PT30S
            -1      | PT30S
            """)
    void takesTimeouts(String value, String expected) throws JsonSyntaxError {
      Optional<Duration> connect =
          read("{\"http\":{\"connectTimeout\":" + value + "}}").timeouts().connect();
      assertEquals(expected, connect.map(Duration::toString).orElse("none"));
    }

    @Test
    void takesNumbersAndDigitsAsStatuses() throws JsonSyntaxError {
      assertEquals(
          Set.of(404, 503),
          read("{\"http\":{\"ignoreErrors\":[404,\"503\",\"x\",null,[500]]}}").ignoreErrors());
    }

    @Test
    void demandsRequiredHeadersInConfig() throws JsonSyntaxError {
      String api = "{\"http\":{\"requiredHeaders\":[\"X-A\",\"X-B\"],\"headers\":{\"X-A\":\"1\"}}}";
      HttpSettingsReader.read(
          node("parameters.api", api),
          node("parameters.config", "{\"http\":{\"headers\":{\"X-B\":\"1\",\"x-a\":\"1\"}}}"));
      assertEquals(List.of("Missing required header X-A in 'config.http.headers'."), errors());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            {"concurrency":0}                      | The 'concurrency' must be an integer from 1 to 1024.
            {"concurrency":"many"}                 | The 'concurrency' must be an integer from 1 to 1024.
            {"maxResponseBytes":-1}                | The 'maxResponseBytes' must be an integer from 1 to 1099511627776.
            {"trustedOrigins":"https://a.org"}     | The 'trustedOrigins' must be a list of origins.
            {"trustedOrigins":["a.org"]}           | A trusted origin must be a text such as "https://api.example.com".
            {"trustedOrigins":["https://a.org/x"]} | A trusted origin must be a text such as "https://api.example.com".
            {"trustedOrigins":[5]}                 | A trusted origin must be a text such as "https://api.example.com".
            """)
    void checksItsAdditions(String http, String message) throws JsonSyntaxError {
      read("{\"http\":" + http + "}");
      assertEquals(List.of(message), errors());
    }

    @Test
    void takesItsAdditions() throws JsonSyntaxError {
      HttpSettings settings =
          read(
              "{\"http\":{\"concurrency\":\"4\",\"maxHeaderBytes\":2000,\"maxResponseBytes\":1000,"
                  + "\"trustedOrigins\":[\"https://*.a.org\",\"HTTP://b.org:80/\"]}}");
      assertEquals(new HttpSettings.Limits(4, 2000, 1000), settings.limits());
      assertEquals(List.of("https://*.a.org", "HTTP://b.org:80/"), settings.trustedOrigins());
      assertEquals(List.of(), errors());
    }

    private HttpSettings read(String api) throws JsonSyntaxError {
      return HttpSettingsReader.read(node("parameters.api", api), node("parameters.config", "{}"));
    }
  }

  @Nested
  final class OfRetries {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "5", "null", "\"x\"", "{\"http\":{\"codes\":5}}"})
    void hasItsDefaults(String section) throws JsonSyntaxError {
      assertEquals(RetrySettings.USUAL, read(section));
      assertEquals(10, read(section).maxRetries());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            {"maxRetries":5}                            | 5
            {"maxRetries":"5"}                          | 5
            {"maxRetries":0}                            | 0
            {"maxRetries":-3}                           | 0
            {"maxRetries":2.9}                          | 2
            {"maxRetries":"2.9 times"}                  | 2
            {"maxRetries":"many"}                       | 0
            {"maxRetries":true}                         | 1
            {"maxRetries":false}                        | 0
            {"http":{"maxRetries":3}}                   | 3
            {"maxRetries":4,"http":{"maxRetries":3}}    | 4
            """)
    void castsTheNumberOfRetries(String section, int retries) throws JsonSyntaxError {
      assertEquals(retries, read(section).maxRetries());
    }

    @Test
    void takesListsInsteadOfTheDefaults() throws JsonSyntaxError {
      RetrySettings settings =
          read(
              "{\"http\":{\"retryHeader\":\"X-Reset\",\"codes\":[429,\"503\"]},"
                  + "\"curl\":{\"codes\":[]}}");
      assertEquals(
          new RetrySettings(Optional.empty(), "X-Reset", Set.of(429, 503), Set.of()), settings);
    }

    @Test
    void knowsTheOlderNames() throws JsonSyntaxError {
      assertEquals(
          new RetrySettings(Optional.empty(), "X-Reset", Set.of(429), Set.of(7)),
          read("{\"headerName\":\"X-Reset\",\"httpCodes\":[429],\"curlCodes\":[7]}"));
    }

    @Test
    void losesTheModernSectionBesideAnOlderName() throws JsonSyntaxError {
      RetrySettings settings =
          read(
              "{\"headerName\":\"X-Reset\",\"http\":{\"codes\":[418],\"retryHeader\":\"X\"},"
                  + "\"curl\":{\"codes\":[6]}}");
      assertEquals("X-Reset", settings.retryHeader());
      assertEquals(RetrySettings.USUAL.httpCodes(), settings.httpCodes());
      assertEquals(Set.of(6), settings.curlCodes());
    }

    private RetrySettings read(String section) throws JsonSyntaxError {
      return RetrySettingsReader.read(node("parameters.api.retryConfig", section));
    }
  }

  @Nested
  final class OfTls {
    @Test
    void takesText() throws JsonSyntaxError {
      assertEquals(
          new TlsSettings(Optional.of("ca"), Optional.of("client")),
          read("{\"caCertificate\":\"ca\",\"#clientCertificate\":\"client\"}"));
      assertEquals(
          TlsSettings.NONE, read("{\"caCertificate\":null,\"clientCertificate\":\"ignored\"}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            {"caCertificate":5}         | The 'caCertificate' must be string.
            {"caCertificate":""}        | Key "api.caCertificate" is not configured.
            {"#clientCertificate":[]}   | The 'clientCertificate' must be string.
            {"#clientCertificate":""}   | Key "api.clientCertificate" is not configured.
            """)
    void refusesTheRest(String api, String message) throws JsonSyntaxError {
      read(api);
      assertEquals(List.of(message), errors());
    }

    @Test
    void printsNoKey() {
      var settings = new TlsSettings(Optional.empty(), Optional.of("secret"));
      assertEquals("TlsSettings[ca=false, client=true]", settings.toString());
    }

    private TlsSettings read(String api) throws JsonSyntaxError {
      return TlsSettingsReader.read(node("parameters.api", api));
    }
  }

  @Nested
  final class OfBaseUrls {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://api.example.com",
          "http://localhost:8080/v1/",
          "HTTPS://ann:s3cret@my_host.example.com/a%20b?q=1#top",
          "http://10.0.0.5/",
          "http://[::1]:8080/x",
          "https://bücher.example/"
        })
    void takesValidOnes(String url) throws JsonSyntaxError {
      assertEquals(Optional.of(new BaseUrl.Literal(url)), read("\"" + url + "\""));
      assertEquals(List.of(), errors());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"ftp://a.org/", "//host/", "http://", "http:///x", "orders", "https://a b.org/"})
    void refusesOthers(String url) throws JsonSyntaxError {
      assertEquals(Optional.empty(), read("\"" + url + "\""));
      assertEquals(
          List.of("The 'baseUrl' attribute in API configuration is not a valid URL"), errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "{}", "[]"})
    void demandsOne(String value) throws JsonSyntaxError {
      assertEquals(Optional.empty(), read(value));
      assertEquals(List.of("The 'baseUrl' attribute must be set in API configuration"), errors());
    }

    @Test
    void takesAFunctionAlsoAsText() throws JsonSyntaxError {
      var expected =
          Optional.of(new BaseUrl.Computed(new JsonReader().read("{\"attr\":\"domain\"}")));
      assertEquals(expected, read("{\"attr\":\"domain\"}"));
      assertEquals(expected, read("\"{\\\"attr\\\":\\\"domain\\\"}\""));
      assertEquals(
          List.of("Passing json-encoded baseUrl is deprecated."),
          problems.warnings().stream().map(Problem::message).toList());
    }

    @Test
    void namesAResultThatIsNoUrl() throws JsonSyntaxError {
      read("[1]");
      read("\"\\\"orders\\\"\"");
      assertEquals(
          List.of(BaseUrl.invalidResult("Array"), BaseUrl.invalidResult("orders")), errors());
    }

    private Optional<BaseUrl> read(String value) throws JsonSyntaxError {
      return BaseUrlReader.read(node("parameters.api.baseUrl", value));
    }
  }

  @Nested
  final class OfAllowedHosts {
    @Test
    void checksItsEntries() throws JsonSyntaxError {
      read("\"a.org\"");
      read("[{\"scheme\":\"https\"},{\"host\":\"a.org\",\"port\":\"x\"}]");
      assertEquals(
          List.of(
              "The 'allowed_hosts' must be a list of objects with 'host'.",
              "Each entry of 'allowed_hosts' must have a 'host'.",
              "The 'port' of an entry of 'allowed_hosts' must be an integer."),
          errors());
    }

    @Test
    void takesEitherNameOfThePath() throws JsonSyntaxError {
      AllowedHosts hosts =
          read("[{\"host\":\"a.org\",\"endpoint\":\"/v1\"},{\"host\":\"b.org\",\"path\":\"/v2\"}]");
      assertEquals(
          List.of(Optional.of("/v1"), Optional.of("/v2")),
          hosts.entries().stream().map(AllowedHosts.Entry::path).toList());
    }

    private AllowedHosts read(String value) throws JsonSyntaxError {
      return AllowedHostsReader.read(node("image_parameters.allowed_hosts", value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          true          | PT168H
          "yes"         | PT168H
          {"ttl":60}    | PT1M
          {"ttl":"60"}  | PT1M
          {"ttl":0}     | none
          {}            | none
          0             | none
          false         | none
          null          | none
          """)
  void readsTheCache(String value, String expected) throws JsonSyntaxError {
    assertEquals(
        expected,
        CacheSettings.read(node("parameters.cache", value))
            .map(cache -> cache.timeToLive().toString())
            .orElse("none"));
  }

  @Test
  void readsDefaultOptions() throws JsonSyntaxError {
    DefaultOptions options =
        DefaultOptionsReader.read(
            node("o", "{\"method\":\"form\",\"params\":{\"a\":1},\"headers\":{\"X\":\"1\"}}"));
    assertEquals(Optional.of("FORM"), options.method());
    assertEquals("{\"a\":1}", options.params().source().toString());
    assertEquals("{\"X\":\"1\"}", options.headers().toString());
    assertEquals(DefaultOptions.NONE, DefaultOptionsReader.read(node("o", "null")));
    DefaultOptionsReader.read(node("o", "{\"method\":\"PUT\",\"params\":1,\"headers\":\"x\"}"));
    assertEquals(
        List.of(
            "The \"method\" property must be on of \"GET\", \"POST\", \"FORM\".",
            "The \"params\" property must be an array.",
            "The \"headers\" property must be an array."),
        errors());
  }

  private List<String> errors() {
    return problems.errors().stream().map(Problem::message).toList();
  }

  private ConfigNode node(String path, String text) throws JsonSyntaxError {
    return ConfigNode.of(new JsonReader().read(text), ConfigPath.of(path), problems);
  }
}
