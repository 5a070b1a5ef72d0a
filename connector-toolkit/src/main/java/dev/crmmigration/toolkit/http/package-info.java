/** One JSON exchange over HTTP, with errors told apart by who must act. */
@NullMarked
package dev.crmmigration.toolkit.http;

import org.jspecify.annotations.NullMarked;
