/// How many requests one origin gets at a time, and when it gets none.
///
/// [dev.sluice.http.throttle.Throttle] stands before the network and keeps an
/// [dev.sluice.http.throttle.Origin] for each; [dev.sluice.http.throttle.AdaptiveLimit] decides on
/// the number, [dev.sluice.http.throttle.Quota] reads what the API says about its quota.
@NullMarked
package dev.sluice.http.throttle;

import org.jspecify.annotations.NullMarked;
