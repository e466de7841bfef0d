package dev.sluice.event;

/// Which page a request asks for.
///
/// @param job where the job stands in the configuration, e.g. `parameters.config.jobs[0]`
/// @param endpoint the job's endpoint as configured
/// @param number the page's number within its job instance, from 1
public record PageName(String job, String endpoint, int number) {}
