/**
 * Reads the lists that a platform gives over HTTP into a folder that holds the same as the bundle that it exports.
 *
 * <p>A connector names its collections and opens a {@link dev.crmmigration.toolkit.rest.RestMirror}; what stands in its folder is
 * read as any bundle is, so that both ways give the same records.
 */
@NullMarked
package dev.crmmigration.toolkit.rest;

import org.jspecify.annotations.NullMarked;
