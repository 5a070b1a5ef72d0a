package dev.crmmigration.api.destination;

import dev.crmmigration.api.catalog.Catalog;

/**
 * What an account has and allows that nobody has asked.
 *
 * @param account a new account: objects, system fields, traits, limits; without users
 * @param pricing what calls cost it
 */
public record Tariff(Catalog account, Pricing pricing) {}
