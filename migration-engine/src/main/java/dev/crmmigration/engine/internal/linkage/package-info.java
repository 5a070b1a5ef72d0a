/** Finds contacts and companies that are there twice: normal forms, blocks, three tiers, and why. */
@NullMarked
package dev.crmmigration.engine.internal.linkage;

import org.jspecify.annotations.NullMarked;
