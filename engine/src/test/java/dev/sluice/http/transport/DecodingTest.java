package dev.sluice.http.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.http.Requests;
import dev.sluice.http.Response;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Content codings are undone whether or not they were asked for (spec: run-and-http §4.9, §7 10).
final class DecodingTest {
  private static final String TEXT = "{\"names\":[\"ada\",\"grace\"]}";

  @Test
  void undoesGzipAndKeepsTheConnection() throws IOException {
    Answer.Sound packed = Answer.status(200).body(gzip(TEXT.getBytes(StandardCharsets.UTF_8)));
    try (var server =
            ScriptedServer.start(
                packed.header("Content-Encoding", "gzip"),
                packed.header("Content-Encoding", "X-GZIP").chunked(),
                Answer.json("1"));
        var transport = Transports.plain()) {
      assertEquals(TEXT, transport.send(Requests.get(server.url("/"))).text());
      assertEquals(TEXT, transport.send(Requests.get(server.url("/"))).text());
      assertEquals("1", transport.send(Requests.get(server.url("/"))).text());
      assertEquals(List.of(), server.received().getFirst().headers("Accept-Encoding"));
    }
  }

  @Test
  void undoesDeflateWithAndWithoutItsHeader() throws IOException {
    for (boolean bare : new boolean[] {false, true}) {
      assertEquals(TEXT, received("deflate", deflate(bare)).text());
    }
  }

  @Test
  void undoesSeveralCodingsFromTheLastToTheFirst() throws IOException {
    assertEquals(TEXT, received("deflate, gzip", gzip(deflate(false))).text());
  }

  @Test
  void takesNoBytesForAnEmptyBody() {
    assertEquals("", received("gzip", new byte[0]).text());
    assertEquals("", received("deflate", new byte[0]).text());
  }

  @Test
  void leavesIdentityAlone() {
    assertEquals(TEXT, received("identity", TEXT.getBytes(StandardCharsets.UTF_8)).text());
  }

  private static Response received(String coding, byte[] body) {
    Answer answer = Answer.status(200).header("Content-Encoding", coding).body(body);
    try (var server = ScriptedServer.start(answer);
        var transport = Transports.plain()) {
      return transport.send(Requests.get(server.url("/")));
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(boolean bare) throws IOException {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
