/**
 * Bundles of files that a whole workspace is exported to: one object a file, custom fields, notes with images, attachments.
 *
 * <p>A connector describes its objects in a {@link dev.crmmigration.toolkit.bundle.BundleFormat}, reads all rows once with
 * {@link dev.crmmigration.toolkit.bundle.BundleRows}, and completes each by what it then knows of all.
 */
@NullMarked
package dev.crmmigration.toolkit.bundle;

import org.jspecify.annotations.NullMarked;
