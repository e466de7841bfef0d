/// The small web server under the studio: requests in, replies out, and the checks that each has to
/// pass (spec: studio §4.5). Knows nothing of configurations and runs.
@NullMarked
package dev.sluice.studio.web;

import org.jspecify.annotations.NullMarked;
