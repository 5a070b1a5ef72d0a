package dev.crmmigration.connector.kartra.mapping;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** What the customer decides about Kartra, whatever the destination. */
public final class KartraChoices {

    public static final Choice DUPLICATE_CONTACTS = Choice.of(
            "duplicateContacts",
            "Contacts with the same e-mail address: 'merge' writes one person, from the contact that joined first, and"
                    + " leads everything of the others to it; 'keep' writes one person for each contact.",
            List.of("merge", "keep"),
            "merge");

    public static final Choice CALENDAR_ZONE = Choice.of(
            "calendarZone",
            "The time zone in which a moment becomes a calendar day (created, paid, consented). Kartra shows Eastern"
                    + " time; give the zone that the export was read with.",
            List.of(),
            "America/New_York");

    public static final Choice OTHER_COLUMNS = Choice.of(
            "otherColumns",
            "Columns of Kartra's own that no row of the table names (website, social links, score, source, price point"
                    + " ...): 'fields' makes a custom field for each that has values; 'leave' does not move them.",
            List.of("fields", "leave"),
            "fields");

    public static final Choice REBILLS = Choice.of(
            "rebills",
            "Recurring payments: 'rolled' adds them up in the deal of their subscription; 'own' makes a won deal of"
                    + " each, and the deal of the subscription has the value 0. Money is counted once either way.",
            List.of("rolled", "own"),
            "rolled");

    public static final Choice UNLINKED_TRANSACTIONS = Choice.of(
            "unlinkedTransactions",
            "Transactions and subscriptions whose contact is not in the export, by id or e-mail address: 'hold' keeps"
                    + " them for a person to look at; 'withoutPerson' writes the deal without a person.",
            List.of("hold", "withoutPerson"),
            "hold");

    private KartraChoices() {}
}
