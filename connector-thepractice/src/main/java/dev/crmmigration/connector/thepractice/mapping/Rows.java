package dev.crmmigration.connector.thepractice.mapping;

/**
 * The mappings of one destination that others link to, by name.
 *
 * @param person of clients
 * @param organization of companies
 * @param companyName of companies that clients only name
 * @param deal of the packages of clients
 */
public record Rows(String person, String organization, String companyName, String deal) {}
