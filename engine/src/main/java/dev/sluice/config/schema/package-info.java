/// The JSON Schema of the configuration language: what editors complete and explain, and what tells
/// which keys a place can have.
///
/// It is permissive where the language is: unknown keys are allowed everywhere (spec: run-and-http
/// §0).
@NullMarked
package dev.sluice.config.schema;

import org.jspecify.annotations.NullMarked;
