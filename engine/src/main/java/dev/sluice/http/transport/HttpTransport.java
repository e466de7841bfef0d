package dev.sluice.http.transport;

import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.Failures.Step;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.apache.hc.core5.http.message.MessageSupport;

/// Sends requests over HTTP/1.1 and reads the whole answer (spec: run-and-http §4.9). Blocks its
/// thread, which is meant to be a virtual one. Safe to share between threads.
///
/// A request on a kept-alive connection that turns out to be closed is sent once more on a new one,
/// as libcurl does; nothing else is ever sent twice.
public final class HttpTransport implements Stage.Next, AutoCloseable {
  /// Many servers close waiting connections after 60 seconds, some after 5.
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private final TransportSettings settings;
  private final Dialer dialer;
  private final BodyReader bodies;
  private final Connections connections = new Connections();

  /// Prepares for requests; nothing is opened yet.
  ///
  /// @param settings how requests travel
  /// @param tls encrypts
  /// @param connector opens connections
  public HttpTransport(TransportSettings settings, TlsSockets tls, Connector connector) {
    this.settings = settings;
    this.dialer = new Dialer(connector, tls, settings);
    this.bodies = settings.bodies();
  }

  /// {@return the answer, whatever its status}
  ///
  /// @param request complete; goes out with exactly its headers and those of
  ///   [dev.sluice.http.WireHeaders]
  /// @throws NetworkFailure if there is no complete answer
  /// @throws dev.sluice.problem.UserError if the answer is too long
  /// @throws java.util.concurrent.CancellationException if the thread is interrupted
  @Override
  public Response send(Request request) {
    Route route = Route.of(request);
    try (Deadline deadline = Deadline.in(settings.timeouts().request())) {
      Optional<Connection> kept = connections.take(route);
      if (kept.isPresent()) {
        Exchange exchange = exchange(request, kept.get(), deadline);
        Optional<ClassicHttpResponse> head = exchange.headUnlessClosedMeanwhile();
        if (head.isPresent()) {
          return answer(request, exchange, head.get());
        }
      }
      Exchange exchange = exchange(request, dialer.open(route, deadline), deadline);
      return answer(request, exchange, exchange.head());
    }
  }

  /// Closes the connections that wait for another request.
  @Override
  public void close() {
    connections.close();
  }

  private Exchange exchange(Request request, Connection connection, Deadline deadline) {
    return new Exchange(connection, request, proxyCredentials(connection), deadline);
  }

  private Response answer(Request request, Exchange exchange, ClassicHttpResponse head) {
    boolean usable = false;
    try {
      Body body = body(head);
      usable = exchange.leavesConnectionUsable(head);
      return new Response(head.getCode(), reason(head), headers(head), body, request.url());
    } catch (IOException e) {
      throw exchange.failed(Step.BODY, e);
    } finally {
      Connection connection = exchange.release();
      if (usable) {
        connections.give(connection, rest(head));
      } else {
        connection.abort();
      }
    }
  }

  private Optional<String> proxyCredentials(Connection connection) {
    return connection.throughProxy()
        ? dialer.proxy(connection.route()).flatMap(ProxyCredentials::of)
        : Optional.empty();
  }

  private Body body(ClassicHttpResponse head) throws IOException {
    HttpEntity entity = head.getEntity();
    if (entity == null) {
      return new Body.InMemory(new byte[0]);
    }
    List<String> codings =
        Decoding.codings(
            Arrays.stream(head.getHeaders("Content-Encoding")).map(NameValuePair::getValue));
    InputStream content = entity.getContent();
    if (codings.isEmpty()) {
      return bodies.read(content, entity.getContentLength());
    }
    Body body = bodies.read(Decoding.of(codings, content), -1);
    try {
      // What follows the encoded bytes belongs to this answer, not to the next one.
      content.close();
      return body;
    } catch (IOException e) {
      body.close();
      throw e;
    }
  }

  private static Headers headers(ClassicHttpResponse head) {
    List<Headers.Line> lines = new ArrayList<>();
    for (Header header : head.getHeaders()) {
      String value = header.getValue();
      lines.add(new Headers.Line(header.getName(), value == null ? "" : value, false));
    }
    return new Headers(lines);
  }

  private static String reason(ClassicHttpResponse head) {
    String reason = head.getReasonPhrase();
    if (reason == null || reason.isEmpty()) {
      reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(head.getCode(), Locale.ROOT);
    }
    return reason == null ? "" : reason;
  }

  private static Duration rest(ClassicHttpResponse head) {
    var elements = MessageSupport.iterate(head, "Keep-Alive");
    while (elements.hasNext()) {
      var element = elements.next();
      if ("timeout".equalsIgnoreCase(element.getName())
          && element.getValue() != null
          && element.getValue().matches("\\d{1,6}")) {
        Duration stated = Duration.ofSeconds(Long.parseLong(element.getValue())).minusSeconds(1);
        return stated.compareTo(LONGEST_REST) < 0 ? stated : LONGEST_REST;
      }
    }
    return LONGEST_REST;
  }
}
