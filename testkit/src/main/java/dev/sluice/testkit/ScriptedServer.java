package dev.sluice.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// An HTTP/1.1 server on a free loopback port that answers as a test scripts it and keeps every
/// request as it came.
///
/// A request is answered by the first of these that applies: the script of its path ([#at]), the
/// general script ([#then]), the rule ([#otherwise]); when nothing is left, with status 500 and the
/// text `unexpected request`, which a test notices. Safe for clients with several threads; scripts
/// are set up before the first request.
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final String scheme;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Deque<Answer>> byPath = new ConcurrentHashMap<>();
  private final Deque<Answer> script = new ArrayDeque<>();
  private volatile Function<Received, Answer> rule =
      request -> Answer.status(500).body("unexpected request " + request.what());

  private ScriptedServer(ServerSocket listener, String scheme) {
    this.listener = listener;
    this.scheme = scheme;
    Thread.ofVirtual().start(this::accept);
  }

  /// {@return a server for plain HTTP that gives the answers in order}
  ///
  /// @param answers what [#then] would get
  public static ScriptedServer start(Answer... answers) {
    try {
      return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http").then(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a server on a socket of the caller's making, for instance one with TLS}
  ///
  /// @param listener bound; closed with the server
  /// @param scheme `http` or `https`
  public static ScriptedServer on(ServerSocket listener, String scheme) {
    return new ScriptedServer(listener, scheme);
  }

  /// Adds answers for requests whose path has no script of its own; each is given once.
  ///
  /// @param answers in the order of the requests
  /// @return this server
  public ScriptedServer then(Answer... answers) {
    synchronized (script) {
      script.addAll(List.of(answers));
    }
    return this;
  }

  /// Adds answers for the requests to one path; each is given once.
  ///
  /// @param path without query, as it travels
  /// @param answers in the order of the requests
  /// @return this server
  public ScriptedServer at(String path, Answer... answers) {
    Deque<Answer> answersOfPath = byPath.computeIfAbsent(path, _ -> new ArrayDeque<>());
    synchronized (answersOfPath) {
      answersOfPath.addAll(List.of(answers));
    }
    return this;
  }

  /// Sets what answers the requests for which the scripts have nothing.
  ///
  /// @param answers called by several threads
  /// @return this server
  public ScriptedServer otherwise(Function<Received, Answer> answers) {
    rule = answers;
    return this;
  }

  /// {@return the port}
  public int port() {
    return listener.getLocalPort();
  }

  /// {@return `http://127.0.0.1:PORT`}
  public String origin() {
    return scheme + "://127.0.0.1:" + port();
  }

  /// {@return the absolute URL of a path}
  ///
  /// @param target path and query, with the slash in front
  public String url(String target) {
    return origin() + target;
  }

  /// {@return the requests so far, in the order of their arrival}
  public List<Received> received() {
    return List.copyOf(received);
  }

  /// {@return verb and target of the requests so far, e.g. `GET /orders?page=2`}
  public List<String> requests() {
    return received.stream().map(Received::what).toList();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = new BufferedOutputStream(socket.getOutputStream());
      boolean more = true;
      while (more) {
        String line = line(in);
        if (line.isEmpty()) {
          return;
        }
        Received request = read(line, in, out);
        received.add(request);
        Answer answer = answerTo(request);
        if (answer instanceof Reset) {
          socket.setSoLinger(true, 0);
        }
        more = answer.write(out);
        out.flush();
      }
    } catch (IOException _) {
      // The client has gone, which is its right.
    } finally {
      open.remove(socket);
    }
  }

  private Answer answerTo(Received request) {
    Deque<Answer> answersOfPath = byPath.get(request.path());
    if (answersOfPath != null) {
      synchronized (answersOfPath) {
        if (!answersOfPath.isEmpty()) {
          return answersOfPath.removeFirst();
        }
      }
    }
    synchronized (script) {
      if (!script.isEmpty()) {
        return script.removeFirst();
      }
    }
    return rule.apply(request);
  }

  private static Received read(String line, InputStream in, OutputStream out) throws IOException {
    List<String> headers = new ArrayList<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
    }
    var head = new Received(line, List.copyOf(headers), new byte[0]);
    if (head.header("Expect").isPresent()) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    byte[] body =
        head.header("Transfer-Encoding").isPresent()
            ? chunks(in)
            : in.readNBytes(head.header("Content-Length").map(Integer::parseInt).orElse(0));
    return new Received(line, head.headers(), body);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
