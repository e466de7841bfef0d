package dev.sluice.cli;

/// Where standard output is shown.
interface Screen {
  /// How wide a line may be where there is no terminal to ask.
  int USUAL_COLUMNS = 80;

  /// Not a terminal: a file or a pipe.
  Screen NONE =
      new Screen() {
        @Override
        public boolean isTerminal() {
          return false;
        }

        @Override
        public int columns() {
          return USUAL_COLUMNS;
        }
      };

  /// {@return whether a person watches: lines may be rewritten in place}
  boolean isTerminal();

  /// {@return the number of columns at this moment, at least 1}
  int columns();
}
