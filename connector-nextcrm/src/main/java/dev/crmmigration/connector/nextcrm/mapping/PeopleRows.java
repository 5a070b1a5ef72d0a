package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.Choice;

/**
 * The mappings that records of NextCRM become people, companies and deals by, at one destination.
 *
 * @param contact the mapping of contacts
 * @param target the mapping of targets
 * @param account the mapping of accounts
 * @param opportunity the mapping of opportunities
 * @param targets the question whether targets move, whose answer is {@code leave} if they do not
 * @param addressOnce whether the destination takes an e-mail address once only, so that a lead stands for a target too
 */
public record PeopleRows(
        String contact, String target, String account, String opportunity, Choice targets, boolean addressOnce) {

    static final String LEAVE = "leave";
}
