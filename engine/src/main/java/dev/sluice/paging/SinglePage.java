package dev.sluice.paging;

/// No paging: one request (spec: jobs-and-paging §7.1).
record SinglePage() implements Scroller {
  private static final StopReason REASON = StopReason.quiet("The job has no paging.");

  @Override
  public Step next(PageFacts page) {
    return new Step.Stop(REASON);
  }
}
