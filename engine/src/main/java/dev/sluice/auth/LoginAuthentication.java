package dev.sluice.auth;

import dev.sluice.config.Authentication.ClientCredentials;
import dev.sluice.config.Authentication.Login;
import dev.sluice.event.Events;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Logs in when a request needs it and adds to each attempt what the login gave (spec:
/// authentication §5, README G-03). Safe for any number of threads.
///
/// A request that the API refuses with 401 is sent once more, with the token of a new login; a
/// second 401 is final.
final class LoginAuthentication implements Stage {
  private static final int REFUSED = 401;

  private final LoginExchange exchange;
  private final LoginValues values;
  private final TokenLife life;
  private final boolean keepsRefusals;
  private final AtomicBoolean hasWarned = new AtomicBoolean();
  private final LoginCycle cycle;

  private LoginAuthentication(
      LoginExchange exchange, LoginValues values, TokenLife life, LoginLine line) {
    this.exchange = exchange;
    this.values = values;
    this.life = life;
    this.keepsRefusals = line.ignoreErrors().contains(REFUSED);
    this.cycle = new LoginCycle(this::login, exchange.iteration().scope().clock(), line.threads());
  }

  /// {@return the stage; nothing is sent yet}
  ///
  /// @param login what the configuration says
  /// @param contexts what the login request's functions see besides the attributes
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  static LoginAuthentication of(
      Login login, LoginContexts contexts, IterationScope iteration, LoginLine line) {
    Optional<GrantWords> words = login.clientCredentials().map(GrantWords.OfForm::new);
    return new LoginAuthentication(
        LoginExchange.of(login, contexts, iteration, line, words),
        new LoginValues(iteration),
        new TokenLife(login),
        line);
  }

  /// {@return the stage of a client-credentials grant; nothing is sent yet}
  ///
  /// @param credentials what the configuration says
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  /// @throws dev.sluice.problem.UserError if the client's key or secret can't sign
  static LoginAuthentication of(
      ClientCredentials credentials, IterationScope iteration, LoginLine line) {
    var words = new GrantWords.OfSection(credentials.grant());
    Login login = credentials.login();
    return new LoginAuthentication(
        LoginExchange.of(
            login,
            ClientContext.of(credentials.grant(), line),
            iteration,
            line,
            Optional.of(words)),
        new LoginValues(iteration),
        new TokenLife(login),
        line);
  }

  @Override
  public Response send(Request request, Next next) {
    Token token = cycle.tokenFor(request);
    Response response = next.send(token.addedTo(request));
    if (response.status() != REFUSED || keepsRefusals || !token.addsSomething()) {
      return response;
    }
    response.body().close();
    Events events = exchange.iteration().events();
    events.debug("The API answered 401; logging in again.");
    Response second = next.send(cycle.afterRefusal(request, token).addedTo(request));
    if (second.status() == REFUSED) {
      events.warning(
          "The API answered 401 to a new login, too. The login may lack rights or a scope, or be meant"
              + " for another API (audience).");
    }
    return second;
  }

  /// {@return what a login made now gives, for someone who wants to see it}
  LoginReport report() {
    LoginExchange.Answered answered = exchange.perform();
    Token token = token(answered, answered.sent().request());
    return LoginReport.of(answered, token, exchange.iteration().redactor());
  }

  private Token login(Request request) {
    return token(exchange.perform(), request);
  }

  private Token token(LoginExchange.Answered answered, Request request) {
    var additions = exchange.login().additions();
    JsonObject document = answered.document();
    JsonObject query = values.of(additions.query(), document, LoginValues.QUERY);
    Headers headers =
        HeaderMerge.lines(
            values.of(additions.headers(), document, LoginValues.HEADERS), LoginValues.HEADERS);
    Instant read = answered.times().read();
    Validity validity = life.of(request, document, answered.times().sent(), read);
    if (life.isReadOtherwiseByTheOriginal(document, read) && !hasWarned.getAndSet(true)) {
      exchange
          .iteration()
          .events()
          .warning(
              "The answer to the login tells by digits in a text how long it serves. They are read"
                  + " as seconds; the original would read them as a date.");
    }
    return new Token(query, headers, validity);
  }
}
