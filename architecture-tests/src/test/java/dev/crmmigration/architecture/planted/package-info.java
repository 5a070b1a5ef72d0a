/** Classes that break the rules, to show that the rules notice. */
@NullMarked
package dev.crmmigration.architecture.planted;

import org.jspecify.annotations.NullMarked;
