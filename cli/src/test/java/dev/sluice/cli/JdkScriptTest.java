package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the launcher finds a JDK: `build/jdk25.sh`.
final class JdkScriptTest {
  private static final Path SCRIPT = Path.of("..", "build", "jdk25.sh").toAbsolutePath();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "25, yes",
    "25.0.1, yes",
    "25-ea, yes",
    "25+36, yes",
    "17.0.15, no",
    "21, no",
    "26, no",
    "250, no",
    "2.5, no",
  })
  void knowsAJdkByItsReleaseFile(String version, String expected) throws IOException {
    Path jdk = jdk("some jdk", version);

    assertEquals(
        expected, bash("sluice_is_jdk25 '" + jdk + "' && echo yes || echo no", Map.of()).strip());
  }

  @Test
  void takesTheOneThatIsNamed() throws IOException {
    Path jdk = jdk("named", "25.0.1");

    for (String name : new String[] {jdk.toString(), jdk + "/", jdk + "/bin/java"}) {
      String found =
          bash("sluice_find_jdk; echo \"$SLUICE_JDK $JAVA_HOME\"", Map.of("SLUICE_JAVA", name));
      assertEquals(jdk + " " + jdk, found.strip());
    }
  }

  @Test
  void refusesTheOneThatIsNamedWhenItIsAnother() throws IOException {
    Path jdk = jdk("old", "17.0.15");

    assertEquals(
        "SLUICE_JAVA is %s, and that is no JDK 25.\n1\n".formatted(jdk),
        bash("sluice_find_jdk; echo $?", Map.of("SLUICE_JAVA", jdk.toString())));
  }

  @Test
  void prefersJavaHomeToTheUsualFolders() throws IOException {
    Path jdk = jdk("home", "25");

    assertEquals(
        jdk.toString(),
        bash("sluice_find_jdk; echo \"$SLUICE_JDK\"", Map.of("JAVA_HOME", jdk.toString())).strip());
  }

  @Test
  void addsOptionsForMavenOnce() throws IOException {
    Path jdk = jdk("home", "25");

    String options =
        bash(
            "sluice_find_jdk; sluice_find_jdk; echo \"$MAVEN_OPTS\"",
            Map.of("SLUICE_JAVA", jdk.toString(), "MAVEN_OPTS", "-Xmx1g"));

    assertTrue(options.startsWith("-Xmx1g --sun-misc-unsafe-memory-access=allow "), options);
    assertEquals(1, options.split("--sun-misc", -1).length - 1);
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      assertTrue(
          Files.createFile(jdk.resolve("bin").resolve(program)).toFile().setExecutable(true));
    }
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static String bash(String commands, Map<String, String> environment) throws IOException {
    var process = new ProcessBuilder("bash", "-c", ". '" + SCRIPT + "'; " + commands);
    process
        .environment()
        .keySet()
        .removeAll(java.util.Set.of("SLUICE_JAVA", "JAVA_HOME", "MAVEN_OPTS"));
    process.environment().putAll(environment);
    Process bash = process.redirectErrorStream(true).start();
    return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
