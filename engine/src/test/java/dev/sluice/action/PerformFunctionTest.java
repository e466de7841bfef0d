package dev.sluice.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.run.RunRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors of functions (spec: studio §2.8, F1 to F10), with the results that are wanted.
final class PerformFunctionTest {
  private static final String CONFIG =
      "{'p':'v','a':1,'b':2,'#key':'c4n4ry-value','p q':{'x':'y'}}";
  @TempDir private Path folder;

  /// `cs` and `ps` are the times of this run and of the last one; `fn(a, b)` is a call.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          F1 | date('Y-m-d', strtotime('-2 day', cs)) | '2020-12-30'
          F1 | date('Y-m-d H:i:s', strtotime('-2 day', cs)) | '2020-12-30 00:00:00'
          F1 | date('Y-m-d\\\\TH:i:sP', strtotime('-2 day', cs)) | '2020-12-30T00:00:00+00:00'
          F1 | concat(date('Y-m-d', strtotime('-1 day', cs)), 'T00:00:00.000Z') | '2020-12-31T00:00:00.000Z'
          F1 | date('Y-m-d H:i:s') | '2021-01-01 00:00:00'
          F1 | date('Y-m-d H:i:s', cs) | '2021-01-01 00:00:00'
          F1 | date('Y-m-d H:i:s', ps) | '2020-12-31 00:00:00'
          F1 | ps | 1609372800
          F2 | time() | 1609459200
          F2 | strtotime('-7 days', cs) | 1608854400
          F2 | strtotime('now') | 1609459200
          F2 | strtotime('-2 days') | 1609286400
          F3 | implode(',', ['apples','oranges','plums']) | 'apples,oranges,plums'
          F3 | concat('Hen','Or','Egg') | 'HenOrEgg'
          F3 | concat('=updatedAt', '>=', date('d-m-Y', strtotime('-3 day', cs))) | '=updatedAt>=29-12-2020'
          F4 | md5('NotSoSecret') | '1228d3ff5089f27721f1e0403ad86e73'
          F4 | sha1('NotSoSecret') | '64d5d2977cc2573afbd187ff5e71d1529fd7f6d8'
          F4 | base64_encode('TeaPot') | 'VGVhUG90'
          F5 | hash_hmac('sha256','12345abcd5678efgh90ijk','TeaPot') | 'd868d581b2f2edd09e8e7ce12c00723b3fcffb6a5d74c40eae9d94181a0bf731'
          F6 | hash('sha256','12345abcd5678efgh90ijk') | 'e99b13ed07a257aea1cea0d9263bfc70c6f0a8407100dd4628216caaee6345be'
          F7 | sprintf('Three %s are %.2f %s.','apples',0.5,'plums') | 'Three apples are 0.50 plums.'
          F7 | ifempty('','Banzai') | 'Banzai'
          F7 | ifempty('x','Banzai') | 'x'
          F8 | date('Y-m-d H:i:s',1490000000) | '2017-03-20 08:53:20'
          F8 | strtotime('21 oct 2017 9:16pm') | 1508620560
          F8 | strtotime('-7 days',1508620560) | 1508015760
          F9 | concat('a',1) | 'a1'
          F9 | implode(':',[{'attr':'a'},{'attr':'b'}]) | '1:2'
          §2.0 | concat('a',{'attr':'p'}) | 'av'
          plain | 'text' | 'text'
          """)
  void aFunctionHasItsValueOfARun(String id, String function, String expected) {
    HeadlessAction.Output output = perform(call(function), CONFIG);
    assertEquals(
        ("{'result':" + expected + "}").replace('\'', '"'), output.document().toString(), id);
  }

  @Test
  void f10AMissingUserParameterIsNamed() {
    HeadlessAction.Output output = perform(call("concat('a',{'attr':'nope'})"), CONFIG);
    assertFalse(output.isSuccess());
    assertEquals(
        "{'status':'error','error':{'code':'function','message':'User parameter `nope` does not exist','pointer':'parameters.__FUNCTION_CFG','hint':''}}"
            .replace('\'', '"'),
        output.document().toString());
  }

  @Test
  void noSecretIsShownInAnyForm() {
    for (String function :
        new String[] {
          "concat('x',{'attr':'#key'})",
          "base64_encode({'attr':'#key'})",
          "urlencode({'attr':'#key'})"
        }) {
      String shown = perform(call(function), CONFIG).document().toString();
      assertTrue(shown.contains("--HIDDEN--") && !shown.contains("c4n4ry"), shown);
      assertFalse(shown.contains("YzRuNHJ5LXZhbHVl"), shown);
    }
  }

  private HeadlessAction.Output perform(String function, String config) {
    var request =
        new RunRequest(
                folder,
                Optional.empty(),
                InstantSource.fixed(Instant.parse("2021-01-01T00:00:00Z")),
                ProxySettings.NONE,
                Events.NONE)
            .withState("{\"time\":{\"previousStart\":1609372800}}".getBytes(UTF_8));
    String text = "{'parameters':{'config':" + config + ",'__FUNCTION_CFG':" + function + "}}";
    try {
      var document = (JsonObject) new JsonReader().read(text.replace('\'', '"'));
      return new HeadlessAction("perform_function", document).perform(request);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  /// The short form, as JSON.
  private static String call(String text) {
    String json =
        text.replaceAll("\\bcs\\b", "{'time':'currentStart'}")
            .replaceAll("\\bps\\b", "{'time':'previousStart'}");
    return json.replaceAll("\\b([a-z]\\w*)\\(", "{'function':'$1','args':[")
        .replaceAll("\\)", "]}");
  }
}
