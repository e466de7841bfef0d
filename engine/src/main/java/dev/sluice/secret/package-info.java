/// Keeping secrets out of everything that is shown.
///
/// [dev.sluice.secret.Redactor] knows the secrets of a run and masks them in any text; every output
/// passes through it.
@NullMarked
package dev.sluice.secret;

import org.jspecify.annotations.NullMarked;
