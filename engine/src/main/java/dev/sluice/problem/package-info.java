/// What the user can mend: problems with their place and remedy, and the one exception that carries
/// them.
///
/// [dev.sluice.problem.UserError] means exit code 1 (spec: README G-01); any other exception that
/// leaves the engine is a defect of ours.
@NullMarked
package dev.sluice.problem;

import org.jspecify.annotations.NullMarked;
