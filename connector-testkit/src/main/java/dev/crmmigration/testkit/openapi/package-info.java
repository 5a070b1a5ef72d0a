/** Judges exchanges with an HTTP API by its OpenAPI document. A tool for tests: needs json-schema-validator on the class path. */
@NullMarked
package dev.crmmigration.testkit.openapi;

import org.jspecify.annotations.NullMarked;
