package dev.sluice.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Ends the process without waiting for what the JVM waits for.
///
/// `System.exit` gives threads in native code 0.3 s to come back, and since virtual threads have
/// waited for a socket there always is one: the thread that polls for them. That would be half of
/// the time of a short run. Nothing is lost by not waiting: files are synced when they are
/// published, and hooks are only there while a command works.
final class QuickExit {
  private QuickExit() {}

  /// Ends the process. Output must have been flushed.
  ///
  /// @param code the exit code
  static void with(int code) {
    if (Boolean.getBoolean("sluice.quickExit")) {
      exitNatively(code);
    }
    System.exit(code);
  }

  /// Does all but the last step, for the training of the JVM.
  static void prepare() {
    handle();
  }

  private static void exitNatively(int code) {
    try {
      handle().invokeExact(code);
    } catch (Throwable _) {
      // A system without that function: the slow way remains.
    }
  }

  @SuppressWarnings("restricted") // The manifest allows it.
  private static MethodHandle handle() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("_exit"),
        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
  }
}
