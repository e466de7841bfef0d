/// A cURL command read as an endpoint (spec: studio §2.4). Entry point:
/// [dev.sluice.action.curl.CurlImport].
///
/// Nothing is run and no file is read: what a command needs from elsewhere is an error, what has no
/// counterpart in a configuration is listed.
@NullMarked
package dev.sluice.action.curl;

import org.jspecify.annotations.NullMarked;
