/** What runs by itself at the source: from the source, from data, and from what the customer has filled in. */
@NullMarked
package dev.crmmigration.engine.internal.automation;

import org.jspecify.annotations.NullMarked;
