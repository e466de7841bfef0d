package dev.sluice.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A web server that answers while it is open. Each request has a virtual thread of its own.
public final class WebServer implements AutoCloseable {
  /// The longest request body; configurations are far shorter.
  private static final int BODY_BYTES = 16 << 20;

  /// Longer than the longest test.
  private static final long IDLE_MILLIS = 15 * 60_000;

  /// The page may load its own files and nothing else, and nobody may show it in a frame (spec:
  /// studio §4.5).
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
              "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                  + " object-src 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /// {@return a server that is bound to a port and does not answer yet}
  ///
  /// @param host the interface
  /// @param port 0 takes a free one
  /// @throws IOException if the port can't be had
  public static WebServer bind(String host, int port) throws IOException {
    var server = new Server(new VirtualThreadPool());
    var settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    settings.setSendXPoweredBy(false);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(settings));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.open();
    server.addConnector(connector);
    server.setErrorHandler((_, response, callback) -> {
      response.write(true, null, callback);
      return true;
    });
    return new WebServer(server, connector);
  }

  /// {@return the port}
  public int port() {
    return connector.getLocalPort();
  }

  /// Begins to answer.
  ///
  /// @param answers turns each request into an answer; must not throw
  public void start(Function<Call, Reply> answers) {
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            try {
              write(reply(answers, request), response);
              callback.succeeded();
            } catch (IOException | UncheckedIOException e) {
              callback.failed(e);
            }
            return true;
          }
        });
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not start.", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception _) {
      // The process ends anyway.
    }
  }

  private static Reply reply(Function<Call, Reply> answers, Request request) {
    try {
      return answers.apply(call(request));
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /// Read only after it is known that the request may be answered.
  private static byte[] body(Request request) {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(BODY_BYTES + 1);
      if (body.length > BODY_BYTES) {
        throw new Refusal(413, "too_long", "The request is longer than 16 MB.");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Call call(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
      query.put(field.getName(), field.getValue());
    }
    // Only segments without escapes exist here; others match no address.
    String path = request.getHttpURI().getCanonicalPath();
    List<String> segments =
        path == null || !path.startsWith("/") ? List.of("") : Routes.segments(path);
    return new Call(
        request.getMethod(),
        segments,
        query,
        name -> Optional.ofNullable(request.getHeaders().get(name)),
        () -> body(request));
  }

  private static void write(Reply reply, Response response) throws IOException {
    response.setStatus(reply.status());
    SECURITY.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put("Cache-Control", "no-store");
    response.getHeaders().put(new HttpField("Content-Type", reply.type()));
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      reply.content().writeTo(out);
    }
  }
}
