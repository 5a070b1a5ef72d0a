package dev.crmmigration.connector.freshsales.simulator;

import java.util.Locale;

/** What the account says about a wrong request, in the languages that its users may have chosen. */
enum Message {
    EMAIL_MISSING("Need to fill this %s", "%s is verplicht"),
    EMAIL_INVALID("invalid email address", "ongeldig e-mailadres"),
    TAKEN("%s already exists.", "%s bestaat al."),
    NAME_TAKEN("Name has already been taken", "Naam is al in gebruik"),
    MISSING("%s can't be empty", "%s mag niet leeg zijn"),
    BLANK("%s can't be blank", "%s moet opgegeven zijn"),
    LENGTH("%s is not in required length", "%s heeft niet de vereiste lengte"),
    FORMAT("%s is not in required format", "%s heeft niet het vereiste formaat"),
    NO_NUMBER("%s is not a number", "%s is geen getal"),
    NO_STATUS("Invalid contact status provided.", "Ongeldige contactstatus opgegeven."),
    NO_LIFECYCLE("Invalid lifecycle stage provided.", "Ongeldige levenscyclusfase opgegeven."),
    NO_STAGE("Deal stage doesn't exist", "Dealfase bestaat niet"),
    NO_CHOICE("%s is not a valid choice", "%s is geen geldige keuze"),
    NO_REFERENCE("%s doesn't exist", "%s bestaat niet"),
    UNKNOWN_FIELD("Invalid or missing attributes", "Ongeldige of ontbrekende attributen"),
    NO_ZONE("Not a supported time zone", "Tijdzone wordt niet ondersteund"),
    ACCOUNTS("A contact has at most 10 accounts and one primary account", "Een contact heeft maximaal 10 accounts");

    private final String english;
    private final String dutch;

    Message(String english, String dutch) {
        this.english = english;
        this.dutch = dutch;
    }

    String in(FreshsalesSettings settings, Object... arguments) {
        String text = settings.is(Switch.LANGUAGE, "nl") ? dutch : english;
        return String.format(Locale.ROOT, text, arguments);
    }
}
