package dev.sluice.action;

import dev.sluice.auth.LoginReport;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import java.time.Duration;
import java.util.List;

/// A login alone, as `sluice token` makes it, within some time (spec: studio §1.4.1 no. 5).
public final class LoginTest {
  private static final int BODY_BYTES = 16 * 1024;

  private LoginTest() {}

  /// How a login ended.
  public sealed interface Result {}

  /// It worked.
  ///
  /// @param logins what each iteration's login gave; empty when the method has none
  public record LoggedIn(List<LoginReport> logins) implements Result {}

  /// It failed.
  ///
  /// @param failure why
  public record Refused(ActionFailure failure) implements Result {}

  /// {@return how the login ended}
  ///
  /// @param request what to log in with
  /// @param time how long it may take
  public static Result of(RunRequest request, Duration time) {
    var witness = new Witness(BODY_BYTES);
    var work = new TimedWork<>(() -> Sluice.login(request.heardBy(witness)));
    return switch (work.run(time)) {
      case TimedWork.Done<List<LoginReport>>(var logins) -> new LoggedIn(logins);
      case TimedWork.Failed<List<LoginReport>>(var error) ->
          new Refused(Failures.of(error, witness.exchanges()));
      case TimedWork.Late<List<LoginReport>> _,
          TimedWork.Cancelled<List<LoginReport>> _,
          TimedWork.Unfinished<List<LoginReport>> _,
          TimedWork.Broken<List<LoginReport>> _ ->
          new Refused(Failures.late(time, witness.exchanges()));
    };
  }
}
