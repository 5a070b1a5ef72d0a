/** The config file of {@code migrate}: where the workspace is, which platforms, with which settings. */
@NullMarked
package dev.crmmigration.examples.cli.config;

import org.jspecify.annotations.NullMarked;
