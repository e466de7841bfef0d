package dev.sluice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a process took from its start to its end.
///
/// @param wall real time
/// @param cpu user and system time of the process and of what it started and waited for; the kernel
///   counts in hundredths of a second
/// @param peakBytes the most memory that was resident at once
record Measurement(Duration wall, Duration cpu, long peakBytes) {
  private static final long TICKS_PER_SECOND = 100;
  private static final long SAMPLE_MILLIS = 5;

  /// {@return what a command takes}
  ///
  /// @param command with its arguments
  /// @param output gets what it prints
  /// @throws IOException if it cannot be started or does not end with exit code 0
  static Measurement of(List<String> command, Path output)
      throws IOException, InterruptedException {
    long ticks = ticksOfChildren();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    long peak = 0;
    do {
      peak = Math.max(peak, peakBytes(process.pid()));
    } while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS));
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != 0) {
      throw new IOException(
          command + " ended with " + process.exitValue() + ":\n" + Files.readString(output));
    }
    long used = ticksOfChildren() - ticks;
    return new Measurement(wall, Duration.ofMillis(used * 1000 / TICKS_PER_SECOND), peak);
  }

  /// The kernel adds a child's time to ours when the child has ended: nothing is lost, unlike with
  /// samples. Fields 16 and 17 of proc_pid_stat(5), counted after the name in parentheses.
  private static long ticksOfChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
  }

  /// A high-water mark, so that the last sample before the end is as good as the end. Zero when the
  /// process has just ended.
  private static long peakBytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
      return 0;
    } catch (IOException _) {
      return 0;
    }
  }
}
