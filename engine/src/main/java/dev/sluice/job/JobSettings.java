package dev.sluice.job;

import dev.sluice.config.Pagination;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.Method;
import java.util.Optional;

/// What all jobs of an iteration share.
///
/// @param pagination how further pages are found
/// @param scope the contexts `attr` and `time`, the clock, and who hears of secrets; warnings go to
///   the job's own log
/// @param userData `config.userData`: extra columns of root jobs
/// @param method `http.defaultOptions.method`, for jobs that name none
/// @param compatLevel `config.compatLevel`, 1 to 3
/// @param lossless `config.lossless` (spec: README G-04)
public record JobSettings(
    Pagination pagination,
    Scope scope,
    Section userData,
    Optional<Method> method,
    int compatLevel,
    boolean lossless) {}
