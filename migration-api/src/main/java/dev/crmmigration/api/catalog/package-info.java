/** What a platform holds and allows, described as data: objects, fields, options, users, traits. */
@NullMarked
package dev.crmmigration.api.catalog;

import org.jspecify.annotations.NullMarked;
