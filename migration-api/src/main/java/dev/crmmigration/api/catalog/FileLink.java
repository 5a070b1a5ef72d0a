package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;

/**
 * What a platform can hold in place of a file that is kept elsewhere. A link hangs on the records that files hang on, by the
 * same fields.
 *
 * @param object the object of links
 * @param name the key of its field for the name of the file
 * @param address the key of its field for the address at which the file is
 */
public record FileLink(ObjectType object, String name, String address) {}
