/** What mappings of several sources and destinations have in common: views of both sides, fields, rows, names, pipelines. */
@NullMarked
package dev.crmmigration.toolkit.mapping;

import org.jspecify.annotations.NullMarked;
