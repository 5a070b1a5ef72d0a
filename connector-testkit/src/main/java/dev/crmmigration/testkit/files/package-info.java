/** Where tests keep their files. */
@NullMarked
package dev.crmmigration.testkit.files;

import org.jspecify.annotations.NullMarked;
