/// The studio: a local web page in which a configuration is built, tested and run.
///
/// [dev.sluice.studio.Studio] starts it. The web server is known to [dev.sluice.studio.web] only;
/// the engine does all the work, and nothing of a secret goes to the page.
@NullMarked
package dev.sluice.studio;

import org.jspecify.annotations.NullMarked;
