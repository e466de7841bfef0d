/// Guesses a mapping from records (spec: studio §2.3). Entry point:
/// [dev.sluice.action.mapping.InferredMapping]. Knows nothing of requests.
@NullMarked
package dev.sluice.action.mapping;

import org.jspecify.annotations.NullMarked;
