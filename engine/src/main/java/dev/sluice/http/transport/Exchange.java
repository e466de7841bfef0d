package dev.sluice.http.transport;

import dev.sluice.http.Headers;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Request;
import dev.sluice.http.WireHeaders;
import dev.sluice.http.transport.Failures.Step;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/// One request and the head of its answer on one connection.
final class Exchange {
  /// How long a large body waits for the server's consent; then it is sent anyway.
  private static final Timeout CONSENT = Timeout.ofSeconds(1);

  private static final int FIRST_FINAL_STATUS = 200;

  private final Connection connection;
  private final Deadline deadline;
  private final ClassicHttpRequest message;
  private boolean sentWhole = true;

  /// Prepares an exchange.
  ///
  /// @param connection open, used by nobody else
  /// @param request what to send
  /// @param proxyCredentials for the proxy that the connection leads to
  /// @param deadline ends it
  Exchange(
      Connection connection,
      Request request,
      Optional<String> proxyCredentials,
      Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
    this.message = message(request, connection.throughProxy(), proxyCredentials);
    deadline.watch(connection::abort);
  }

  /// {@return the answer's head, its body ready to be read}
  ///
  /// @throws NetworkFailure if there is none; the connection is closed then
  /// @throws UserError if it is too long; the connection is closed then
  ClassicHttpResponse head() {
    Step step = Step.SEND;
    try {
      Optional<ClassicHttpResponse> early = send();
      step = Step.HEAD;
      ClassicHttpResponse head =
          early.isPresent() ? early.get() : connection.receiveResponseHeader();
      while (head.getCode() < FIRST_FINAL_STATUS) {
        head = connection.receiveResponseHeader();
      }
      if (MessageSupport.canResponseHaveBody(message.getMethod(), head)) {
        connection.receiveResponseEntity(head);
      }
      return head;
    } catch (HttpException | IOException e) {
      throw failed(step, e);
    } catch (UserError e) {
      connection.abort();
      throw e;
    }
  }

  /// {@return the answer's head, or nothing when the server had closed the connection while it
  /// waited, so that not a byte came back; the connection is closed then}
  ///
  /// @throws NetworkFailure if there is none for another reason; the connection is closed then
  Optional<ClassicHttpResponse> headUnlessClosedMeanwhile() {
    long before = connection.receivedBytes();
    try {
      return Optional.of(head());
    } catch (NetworkFailure failure) {
      boolean isOfClosing =
          switch (failure.code()) {
            case NO_ANSWER, SEND, RECEIVE -> true;
            default -> false;
          };
      if (isOfClosing && connection.receivedBytes() == before) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /// {@return the connection, which the deadline no longer closes}
  Connection release() {
    deadline.watch(() -> {});
    return connection;
  }

  /// {@return whether the connection is good for another exchange once the body has been read}
  ///
  /// @param head the answer's head
  boolean leavesConnectionUsable(ClassicHttpResponse head) {
    return sentWhole
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
            message, head, HttpCoreContext.create());
  }

  /// {@return the failure of a step; the connection is closed}
  ///
  /// @param step what was being done
  /// @param cause what was thrown
  NetworkFailure failed(Step step, Exception cause) {
    connection.abort();
    return new Failures(connection.route()).of(step, deadline, cause);
  }

  private Optional<ClassicHttpResponse> send() throws HttpException, IOException {
    connection.sendRequestHeader(message);
    if (message.getEntity() == null) {
      connection.flush();
      return Optional.empty();
    }
    if (expectsConsent()) {
      connection.flush();
      if (connection.isDataAvailable(CONSENT)) {
        ClassicHttpResponse first = connection.receiveResponseHeader();
        if (first.getCode() >= FIRST_FINAL_STATUS) {
          sentWhole = false;
          return Optional.of(first);
        }
      }
    }
    connection.sendRequestEntity(message);
    connection.flush();
    return Optional.empty();
  }

  private boolean expectsConsent() {
    var expect = message.getFirstHeader("Expect");
    return expect != null && "100-continue".equalsIgnoreCase(expect.getValue());
  }

  private static ClassicHttpRequest message(
      Request request, boolean throughProxy, Optional<String> proxyCredentials) {
    String target =
        throughProxy
            ? "http://" + request.url().hostHeader() + request.url().requestTarget()
            : request.url().requestTarget();
    var message = new BasicClassicHttpRequest(request.verb(), (HttpHost) null, target);
    for (Headers.Line line : WireHeaders.of(request).lines()) {
      message.addHeader(line.name(), line.value());
    }
    if (throughProxy) {
      proxyCredentials.ifPresent(value -> message.setHeader("Proxy-Authorization", value));
    }
    request.body().ifPresent(body -> message.setEntity(new ByteArrayEntity(body, null)));
    return message;
  }
}
