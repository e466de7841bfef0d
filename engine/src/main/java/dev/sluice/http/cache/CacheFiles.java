package dev.sluice.http.cache;

import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Url;
import dev.sluice.http.transport.BodyReader;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One file per verb and address. A file appears whole or not at all; one that can't be read counts
/// as absent. Safe to share between threads.
public final class CacheFiles {
  /// Changes with the form of the files.
  private static final int FORM = 0x534c4331;

  private final Path directory;
  private final BodyReader bodies;

  /// Names the place; nothing is read or made yet.
  ///
  /// @param directory of the files; made when the first answer is kept
  /// @param bodies takes bodies out of the files
  public CacheFiles(Path directory, BodyReader bodies) {
    this.directory = directory;
    this.bodies = bodies;
  }

  /// A kept answer.
  ///
  /// @param response the answer; whoever uses it closes its body
  /// @param goodUntil after that it has to be asked for again
  record Entry(Response response, Instant goodUntil) {}

  /// {@return what was kept for a request, good or not}
  ///
  /// @param request as it would travel
  Optional<Entry> find(Request request) {
    try (InputStream file = Files.newInputStream(file(request));
        var in = new DataInputStream(new BufferedInputStream(file))) {
      return in.readInt() == FORM ? Optional.of(read(in, request.url())) : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      // Half a file, or another program's: the answer is asked for again and replaces it.
      return Optional.empty();
    }
  }

  /// Keeps an answer in place of an earlier one.
  ///
  /// @param request as it travelled
  /// @param entry the answer; its body stays open
  /// @throws UserError if there is no room or no permission
  void keep(Request request, Entry entry) {
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "draft-", ".tmp");
      try {
        write(draft, entry);
        Files.move(
            draft,
            file(request),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UserError(
          Problem.of(
              "Cannot keep an answer in " + directory + ": " + e.getMessage(),
              "Make room, or leave out 'cache'."),
          e);
    }
  }

  private Entry read(DataInputStream in, Url url) throws IOException {
    Instant goodUntil = Instant.ofEpochMilli(in.readLong());
    int status = in.readInt();
    String reason = text(in);
    List<Headers.Line> lines = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(new Headers.Line(text(in), text(in), false));
    }
    long size = in.readLong();
    Body body = bodies.read(in, size);
    if (body.size() != size) {
      body.close();
      throw new IOException("The body is cut off");
    }
    return new Entry(new Response(status, reason, new Headers(lines), body, url), goodUntil);
  }

  private static void write(Path file, Entry entry) throws IOException {
    Response response = entry.response();
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        InputStream body = response.body().open()) {
      out.writeInt(FORM);
      out.writeLong(entry.goodUntil().toEpochMilli());
      out.writeInt(response.status());
      text(out, response.reason());
      out.writeInt(response.headers().lines().size());
      for (Headers.Line line : response.headers().lines()) {
        text(out, line.name());
        text(out, line.value());
      }
      out.writeLong(response.body().size());
      body.transferTo(out);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("A text is cut off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private Path file(Request request) {
    String key = request.verb() + " " + request.url().text();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return directory.resolve(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
