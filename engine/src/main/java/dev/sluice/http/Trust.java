package dev.sluice.http;

/// Decides which addresses that came out of responses get credentials (spec: README G-02). Called
/// by several threads.
public interface Trust {
  /// Lets credentials go everywhere; for what never follows an address out of a response.
  Trust EVERYWHERE =
      new Trust() {
        @Override
        public boolean allows(Url address) {
          return true;
        }

        @Override
        public void withheld(Url address) {}
      };

  /// {@return whether credentials may go to an address that a response named}
  ///
  /// @param address any address
  boolean allows(Url address);

  /// Takes note that a request to an address goes without its credentials, which the user gets to
  /// know once per origin.
  ///
  /// @param address one that is not allowed
  void withheld(Url address);
}
