package dev.crmmigration.api.destination;

import dev.crmmigration.api.catalog.SchemaElement;

/**
 * Says under which key an element of the schema lives in the account.
 *
 * @param element what was asked for
 * @param key what {@link SchemaEditor#keys} calls it
 */
public record SchemaReceipt(SchemaElement element, String key) {}
