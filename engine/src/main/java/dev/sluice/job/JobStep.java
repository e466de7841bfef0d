package dev.sluice.job;

/// What a job instance does next.
public sealed interface JobStep permits PageRequest, JobEnd {}
