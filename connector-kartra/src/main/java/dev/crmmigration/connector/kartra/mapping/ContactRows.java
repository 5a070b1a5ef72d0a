package dev.crmmigration.connector.kartra.mapping;

import dev.crmmigration.api.mapping.Choice;

/**
 * The mappings of one destination that make records of contacts and companies, by name.
 *
 * @param person of contacts
 * @param company of companies
 * @param withoutCompany asks what contacts without a company get
 */
public record ContactRows(String person, String company, Choice withoutCompany) {}
