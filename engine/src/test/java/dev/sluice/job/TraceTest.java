package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked traces (spec: jobs-and-paging §5.1, §8 and the sections that each file names).
final class TraceTest {
  private static final String FOLDER = "/vectors/jobs-and-paging/traces";

  static List<String> traces() throws IOException, URISyntaxException {
    var folder = Path.of(Objects.requireNonNull(TraceTest.class.getResource(FOLDER)).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void asksAndStoresAndLogsInTheOrderOfTheTrace(String name) {
    var trace = Trace.of(text(name));
    assertEquals(String.join("\n", trace.expected()), String.join("\n", trace.replayed()), name);
  }

  @ParameterizedTest
  @MethodSource("traces")
  void doesTheSameWithAnswersTooLongForTheMemory(String name) {
    var trace = Trace.of(text(name));
    assertEquals(
        String.join("\n", trace.expected()),
        String.join("\n", trace.replayedWithLongAnswers()),
        name);
  }

  private static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(TraceTest.class.getResourceAsStream(FOLDER + "/" + name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
