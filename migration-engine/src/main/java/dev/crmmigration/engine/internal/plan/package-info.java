/** The plan: proposed from the mappings, edited by a person, validated, approved. */
@NullMarked
package dev.crmmigration.engine.internal.plan;

import org.jspecify.annotations.NullMarked;
