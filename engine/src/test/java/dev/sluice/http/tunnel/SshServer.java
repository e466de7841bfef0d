package dev.sluice.http.tunnel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A real OpenSSH server on a free loopback port, with keys of its own; the user who runs the test
/// may log in.
public final class SshServer implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd");

  private final Path folder;
  private final int port;
  private final List<String> options;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Optional<Process> process = Optional.empty();

  private SshServer(Path folder, List<String> options) {
    this.folder = folder;
    this.port = freePort();
    this.options = List.copyOf(options);
  }

  /// Skips the test when there is no OpenSSH server.
  public static void assumeInstalled() {
    assumeTrue(
        binary().isPresent(),
        "There is no sshd on this machine. On Debian: apt-get install openssh-server");
  }

  /// {@return a running server that accepts the key `client` of its folder}
  ///
  /// @param folder empty; gets keys and settings
  /// @param options more lines for its settings
  public static SshServer start(Path folder, String... options) {
    var server = new SshServer(folder, List.of(options));
    server.generate("host", "-t", "ed25519");
    server.generate("client", "-t", "ed25519");
    server.authorize(server.read("client.pub"));
    server.start();
    return server;
  }

  private static Optional<Path> binary() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /// {@return where it listens}
  public int port() {
    return port;
  }

  /// {@return who may log in}
  public String user() {
    return System.getProperty("user.name");
  }

  /// {@return the fingerprint of its key}
  String fingerprint() {
    return run("ssh-keygen", "-lf", file("host.pub")).split(" ", 3)[1];
  }

  /// {@return the private key that it accepts}
  public String key() {
    return read("client");
  }

  /// {@return what it has logged}
  public List<String> log() {
    return List.copyOf(log);
  }

  /// Makes a key pair without a pass phrase.
  ///
  /// @param name of the file
  /// @param kind options of `ssh-keygen`
  void generate(String name, String... kind) {
    List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", file(name)));
    command.addAll(List.of(kind));
    run(command.toArray(String[]::new));
  }

  /// Gives the server another key from its next start on.
  ///
  /// @param kind options of `ssh-keygen`
  void replaceHostKey(String... kind) {
    try {
      Files.delete(folder.resolve("host"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generate("host", kind);
  }

  /// Accepts a key from the next log-in on, and no other.
  ///
  /// @param line as in the file `authorized_keys`
  void authorize(String line) {
    write("authorized_keys", line);
  }

  /// {@return the text of a file in its folder}
  ///
  /// @param name of the file
  String read(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it, again after [#kill()], with the same port and key.
  public void start() {
    write("sshd_config", String.join("\n", settings()) + "\n");
    try {
      if (user().equals("root")) {
        Files.createDirectories(Path.of("/run/sshd"));
      }
      Process started =
          new ProcessBuilder(
                  binary().orElseThrow().toString(), "-D", "-e", "-f", file("sshd_config"))
              .redirectErrorStream(true)
              .start();
      process = Optional.of(started);
      var lines =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      awaitListening(lines);
      Thread.ofVirtual().start(() -> lines.lines().forEach(log::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it with all its connections, without a word to the clients.
  public void kill() {
    process.ifPresent(running -> {
      List<ProcessHandle> all =
          Stream.concat(running.descendants(), Stream.of(running.toHandle())).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      running.onExit().join();
    });
    process = Optional.empty();
  }

  /// Freezes all its connections: they stay open and say nothing.
  void freezeConnections() {
    process
        .orElseThrow()
        .descendants()
        .forEach(one -> run("kill", "-STOP", Long.toString(one.pid())));
  }

  @Override
  public void close() {
    kill();
  }

  private List<String> settings() {
    List<String> lines = new ArrayList<>();
    lines.add("ListenAddress 127.0.0.1");
    lines.add("Port " + port);
    lines.add("HostKey " + file("host"));
    lines.add("AuthorizedKeysFile " + file("authorized_keys"));
    lines.add("PidFile none");
    lines.add("StrictModes no");
    lines.add("UsePAM no");
    lines.add("PasswordAuthentication no");
    lines.add("KbdInteractiveAuthentication no");
    lines.add("PermitRootLogin prohibit-password");
    lines.add("LogLevel DEBUG1");
    lines.addAll(options);
    return lines;
  }

  private void awaitListening(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      log.add(line);
      if (line.contains("Server listening on")) {
        return;
      }
    }
    throw new IllegalStateException("sshd has ended: " + log);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// {@return a port that nobody listens on}
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
