/// The whole configuration as immutable records, and reading it.
///
/// [dev.sluice.config.ConfigurationReader] is the entry point: text in, a
/// [dev.sluice.config.Configuration] or every problem at once out. Defaults, legacy names and
/// validation are settled here; nothing below this package sees a configuration as raw JSON where
/// the language has a shape.
@NullMarked
package dev.sluice.config;

import org.jspecify.annotations.NullMarked;
