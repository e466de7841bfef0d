package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a server does, the run ends within the configured limits, with one error that says what
/// happened, and without a result (spec: README G-01).
final class HostileServersTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  @TempDir private Path folder;

  /// What a server does, and what the error says then.
  enum Fault {
    GZIP_BOMB("An answer is longer than 1000000 bytes.") {
      @Override
      Answer answer() throws IOException {
        return Answer.status(200).header("Content-Encoding", "gzip").body(zipped(1L << 26));
      }
    },
    ENDLESS_BODY("An answer is longer than 1000000 bytes.") {
      @Override
      Answer answer() {
        return forever(HEAD + "\r\n[", "\"and so on\",");
      }
    },
    ENDLESS_CHUNKS("An answer is longer than 1000000 bytes.") {
      @Override
      Answer answer() {
        return forever(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "4\r\n1,2,\r\n");
      }
    },
    ENDLESS_HEADERS("The headers of an answer are longer than 20000 bytes.") {
      @Override
      Answer answer() {
        return forever(HEAD, "X-More: " + "and so on, ".repeat(100) + "\r\n");
      }
    },
    MANY_SHORT_HEADERS("CURL error 56") {
      @Override
      Answer answer() {
        return forever(HEAD, "A: b\r\n");
      }
    },
    ENDLESS_STATUS_LINE("The headers of an answer are longer than 20000 bytes.") {
      @Override
      Answer answer() {
        return forever("HTTP/1.1 200 ", "fine, ");
      }
    },
    ENDLESS_INFORMATION("CURL error 28: Operation timed out") {
      @Override
      Answer answer() {
        return forever("", "HTTP/1.1 102 Processing\r\n\r\n");
      }
    },
    DROPS("CURL error 28: Operation timed out") {
      @Override
      Answer answer() {
        return slowly(HEAD + "\r\n[", "1,");
      }
    },
    SILENCE("CURL error 28: Operation timed out") {
      @Override
      Answer answer() {
        return slowly("", "");
      }
    },
    SHORT_BODY("CURL error 18") {
      @Override
      Answer answer() {
        return Answer.json("[{\"id\":1},{\"id\":2}]").cutOffAfter(9);
      }
    },
    BROKEN_CHUNKS("CURL error 56") {
      @Override
      Answer answer() {
        return Answer.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\nmany\r\n[]\r\n0\r\n\r\n");
      }
    },
    NEGATIVE_LENGTH("CURL error") {
      @Override
      Answer answer() {
        return Answer.raw(HEAD + "Content-Length: -5\r\n\r\n[]");
      }
    },
    DEEP_JSON("Maximum stack depth exceeded") {
      @Override
      Answer answer() {
        return Answer.json("[".repeat(100_000) + "]".repeat(100_000));
      }
    },
    DEEP_OBJECTS("Maximum stack depth exceeded") {
      @Override
      Answer answer() {
        return Answer.json("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
      }
    },
    NO_JSON("JSON") {
      @Override
      Answer answer() {
        return Answer.status(200).body(new byte[] {'[', (byte) 0xff, (byte) 0xfe, '1'});
      }
    },
    NO_HTTP("CURL error 8") {
      @Override
      Answer answer() {
        return Answer.raw("SSH-2.0-OpenSSH_9.2\r\n");
      }
    };

    private final String says;

    Fault(String says) {
      this.says = says;
    }

    abstract Answer answer() throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void anApiCannotHoldUpOrOverwhelmARun(Fault fault) throws IOException {
    Answer answer = fault.answer();
    String said = error(_ -> answer, "{\"type\":\"none\"}");
    assertTrue(said.contains(fault.says), said);
    assertTrue(said.contains("parameters.config.jobs[0]"), said);
  }

  @ParameterizedTest
  @EnumSource
  void norCanATokenEndpoint(Fault fault) throws IOException {
    Answer answer = fault.answer();
    String said =
        error(
            request -> request.path().equals("/token") ? answer : Answer.json("[{\"id\":1}]"),
            """
            {"type": "login",
             "loginRequest": {"endpoint": "token", "method": "FORM", "params": {"grant_type": "client_credentials"}},
             "apiRequest": {"headers": {"Authorization": {"response": "access_token"}}}}
            """);
    assertTrue(said.contains(fault.says), said);
    assertTrue(said.contains("parameters.api.authentication.loginRequest.endpoint"), said);
  }

  @Test
  void aCircleOfRedirectsEnds() throws IOException {
    String said =
        error(
            request ->
                Answer.redirect(302, request.path().equals("/orders") ? "/elsewhere" : "/orders"),
            "{\"type\":\"none\"}");
    assertTrue(said.contains("redirects"), said);
  }

  private String error(java.util.function.Function<Received, Answer> rule, String authentication)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.start().otherwise(rule)) {
      write(server.origin(), authentication);
      UserError error =
          assertThrows(UserError.class, () -> Sluice.run(RunRequest.of(folder, Events.NONE)));
      assertFalse(Files.exists(folder.resolve("out/tables")), "a result was published");
      assertEquals(1, error.problems().size());
      return error.problems().getFirst().text();
    }
  }

  private void write(String origin, String authentication) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {
            "baseUrl": "%s/",
            "authentication": %s,
            "retryConfig": {"maxRetries": 0},
            "http": {"requestTimeout": 1, "maxHeaderBytes": 20000, "maxResponseBytes": 1000000}},
          "config": {"jobs": [{"endpoint": "orders"}]}}}
        """
            .formatted(origin, authentication));
  }

  private static byte[] zipped(long length) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 16];
      for (long written = 0; written < length; written += zeros.length) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  /// Until the client has gone.
  private static Answer forever(String first, String again) {
    return out -> {
      out.write(first.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(again.getBytes(StandardCharsets.ISO_8859_1));
      }
    };
  }

  /// Until the client has gone, some bytes at a time.
  private static Answer slowly(String first, String again) {
    return out -> {
      out.write(first.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        drop(out, again);
      }
    };
  }

  private static void drop(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    try {
      Thread.sleep(50);
    } catch (InterruptedException _) {
      throw new IOException("the test is over");
    }
  }
}
