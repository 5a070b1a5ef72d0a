package dev.crmmigration.connector.profi.mapping;

/**
 * The mappings of one destination that make records of clients and of what clients belong to, by name.
 *
 * @param person of clients who are persons
 * @param business of clients that are businesses
 * @param organization of organizations
 * @param companyName of companies that clients only name
 */
public record ClientRows(String person, String business, String organization, String companyName) {}
