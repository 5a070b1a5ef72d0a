/** Where NextCRM keeps files: an S3-compatible store, and before that other hosts. */
@NullMarked
package dev.crmmigration.connector.nextcrm.files;

import org.jspecify.annotations.NullMarked;
