package dev.sluice.studio.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who may use the studio: holders of the session's token. The token is given for a launch code,
/// which works once and travels in the fragment of an address only, so that it stands in no log; or
/// for the password. Safe for several threads.
public final class Sessions {
  private static final int TOKEN_BYTES = 32;
  private static final int CODE_BYTES = 18;
  private static final Duration TICKET_LIFETIME = Duration.ofMinutes(1);
  private static final Duration PAUSE_AFTER_WRONG_PASSWORD = Duration.ofSeconds(1);

  private final SecureRandom random = new SecureRandom();
  private final String token = text(TOKEN_BYTES);
  private final Optional<String> password;
  private final InstantSource clock;
  private final Map<String, Ticket> tickets = new HashMap<>();
  private String launchCode = "";
  private Instant passwordsFrom = Instant.MIN;

  /// Permission to download one thing.
  private record Ticket(String path, Instant end) {}

  /// Begins a session.
  ///
  /// @param password opens the studio for who has no launch code, if there is one
  /// @param clock the time
  public Sessions(Optional<String> password, InstantSource clock) {
    this.password = password;
    this.clock = clock;
  }

  /// {@return a code that is good for one launch; the one before becomes worthless}
  public synchronized String newLaunchCode() {
    launchCode = text(CODE_BYTES);
    return launchCode;
  }

  /// {@return whether there is a password to come in with}
  public boolean hasPassword() {
    return password.isPresent();
  }

  /// {@return the session's token}
  ///
  /// @param code the launch code
  /// @throws Refusal if it is not the present one
  public synchronized String launch(String code) {
    if (launchCode.isEmpty() || !isSame(launchCode, code)) {
      throw new Refusal(
          401,
          "launch_code_used",
          "This address has been used already. Press Enter where the studio was started to get"
              + " another one.");
    }
    launchCode = "";
    return token;
  }

  /// {@return the session's token}
  ///
  /// @param given what somebody says the password is
  /// @throws Refusal if it is wrong, or the last wrong one was less than a second ago
  public synchronized String enter(String given) {
    Instant now = clock.instant();
    if (now.isBefore(passwordsFrom)) {
      throw new Refusal(429, "too_fast", "Wait a second before the next try.");
    }
    if (password.isEmpty() || !isSame(password.get(), given)) {
      passwordsFrom = now.plus(PAUSE_AFTER_WRONG_PASSWORD);
      throw new Refusal(401, "wrong_password", "This is not the password.");
    }
    return token;
  }

  /// {@return a ticket that is good for one download within a minute}
  ///
  /// @param path what may be downloaded
  public synchronized String ticket(String path) {
    Instant now = clock.instant();
    tickets.values().removeIf(ticket -> ticket.end().isBefore(now));
    String name = text(CODE_BYTES);
    tickets.put(name, new Ticket(path, now.plus(TICKET_LIFETIME)));
    return name;
  }

  /// Checks that a request is one of the page's.
  ///
  /// @param call the request
  /// @throws Refusal if it has neither the token nor a ticket for its path
  public void check(Call call) {
    boolean hasToken =
        call.header("X-Sluice-Token").filter(given -> isSame(token, given)).isPresent();
    if (!hasToken && !takeTicket(call)) {
      throw new Refusal(
          401,
          "no_session",
          "Open the studio with the address that it printed when it was started.");
    }
  }

  private synchronized boolean takeTicket(Call call) {
    String name = call.query().getOrDefault("ticket", "");
    Ticket ticket = tickets.get(name);
    boolean isGood =
        ticket != null
            && call.method().equals("GET")
            && ticket.path().equals("/" + String.join("/", call.path()))
            && !clock.instant().isAfter(ticket.end());
    if (isGood) {
      tickets.remove(name);
    }
    return isGood;
  }

  private String text(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private static boolean isSame(String secret, String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
