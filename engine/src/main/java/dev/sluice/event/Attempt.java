package dev.sluice.event;

/// One attempt of a request: tells which answer belongs to which request, and nothing else. Equal
/// only to itself.
public final class Attempt {}
