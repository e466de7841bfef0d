/// Forms over the JSON document: what a person fills in, read out of `parameters` and written back
/// with as few changes as possible (spec: authentication §9).
///
/// [dev.sluice.form.AuthenticationForm] is the entry point; [dev.sluice.form.ClientCredentials] is
/// the one representation of OAuth 2.0 client credentials. Nothing here sends a request.
@NullMarked
package dev.sluice.form;

import org.jspecify.annotations.NullMarked;
