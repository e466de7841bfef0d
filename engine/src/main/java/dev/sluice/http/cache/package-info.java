/// Answers kept on disk, an aid while a configuration is developed (spec: run-and-http §3.5,
/// §4.14).
///
/// [dev.sluice.http.cache.CacheStage] is the entry point.
@NullMarked
package dev.sluice.http.cache;

import org.jspecify.annotations.NullMarked;
