package dev.sluice.http;

import dev.sluice.config.RetrySettings;
import dev.sluice.event.Events;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// The way of each request: the stages in their order, then the network (spec: run-and-http §4.1).
/// Safe for several threads if its parts are.
///
/// @param stages the outermost first; unmodifiable
/// @param transport answers what the stages let through
public record Pipeline(List<Stage> stages, Stage.Next transport) implements Stage.Next {

  /// Keeps an unmodifiable copy.
  public Pipeline {
    stages = List.copyOf(stages);
  }

  /// {@return the pipeline of the requests of jobs}
  ///
  /// @param rules what the configuration says
  /// @param authentication adds credentials and knows what to do when they are refused; gets no
  ///   request that must go without them
  /// @param line the parts next to the network
  /// @param surroundings time and events
  public static Pipeline forRequests(
      Rules rules, Stage authentication, Line line, Surroundings surroundings) {
    return new Pipeline(
        List.of(
            new StatusStage(rules.ignoreErrors(), rules.trust()),
            new RedirectStage(),
            rules.allowedHosts(),
            new CredentialStage(rules.trust()),
            new RetryStage(
                rules.retry(), surroundings.clock(), surroundings.pause(), surroundings.events()),
            line.throttle(),
            line.tunnel(),
            CredentialStage.guarded(authentication, rules.trust()),
            new LogStage(surroundings.clock(), surroundings.events()),
            line.cache(),
            CredentialStage.guarded(line.sign(), rules.trust())),
        line.transport());
  }

  /// {@return the pipeline of login requests: no authentication, no ignored statuses, nothing kept
  /// in the cache}
  ///
  /// @param rules what the configuration says
  /// @param line the parts next to the network
  /// @param surroundings time and events
  public static Pipeline forLogins(Rules rules, Line line, Surroundings surroundings) {
    return new Pipeline(
        List.of(
            new StatusStage(Set.of(), rules.trust()),
            new RedirectStage(),
            rules.allowedHosts(),
            new RetryStage(
                rules.retry(), surroundings.clock(), surroundings.pause(), surroundings.events()),
            line.throttle(),
            line.tunnel(),
            new LogStage(surroundings.clock(), surroundings.events()),
            line.sign()),
        line.transport());
  }

  /// What a configuration says about sending.
  ///
  /// @param ignoreErrors statuses that do not end the run; never applied to logins
  /// @param retry what is tried again
  /// @param trust where credentials may go
  /// @param allowedHosts refuses addresses; see `origin.AllowedHostsCheck`
  public record Rules(
      Set<Integer> ignoreErrors, RetrySettings retry, Trust trust, Stage allowedHosts) {
    /// Keeps an unmodifiable copy.
    public Rules {
      ignoreErrors = Set.copyOf(ignoreErrors);
    }
  }

  /// The parts next to the network, shared by all requests and logins.
  ///
  /// @param throttle lets each attempt wait for its turn, before what ages is added: a token, the
  ///   time of a signature
  /// @param tunnel called before each attempt; see that the way is open
  /// @param cache answers from what was kept
  /// @param sign signs the request as it is sent
  /// @param transport the network
  public record Line(Stage throttle, Stage tunnel, Stage cache, Stage sign, Stage.Next transport) {
    /// {@return a line with nothing but the network}
    ///
    /// @param transport the network
    public static Line straight(Stage.Next transport) {
      return new Line(Stage.NONE, Stage.NONE, Stage.NONE, Stage.NONE, transport);
    }
  }

  /// Time and events.
  ///
  /// @param clock the time
  /// @param pause lets time pass between attempts
  /// @param events learns of attempts and retries
  public record Surroundings(InstantSource clock, Pause pause, Events events) {}

  /// {@return the answer to a request, errors that are not to be ignored excepted}
  ///
  /// @param request complete but for authentication and signature
  /// @throws dev.sluice.problem.UserError if there is none, or one with an error status
  @Override
  public Response send(Request request) {
    return from(0, request);
  }

  private Response from(int position, Request request) {
    return position == stages.size()
        ? transport.send(request)
        : stages.get(position).send(request, later -> from(position + 1, later));
  }
}
