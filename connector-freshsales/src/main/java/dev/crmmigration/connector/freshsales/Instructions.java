package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;

/** Says what a person has to add to the account, with the exact names. */
final class Instructions {

    private static final String AGAIN = ", then prepare again.";

    private Instructions() {}

    static String of(SchemaElement element) {
        return switch (element.kind()) {
            case FIELD -> field(element);
            case OPTION ->
                "Ask an admin to add the choice '" + element.label() + "' to the field '"
                        + property(element, SchemaKind.OF_FIELD) + "' of " + element.object() + " records ("
                        + module(element) + ")" + AGAIN;
            case PIPELINE ->
                "Ask an admin to add the deal pipeline '" + element.label() + "' (Admin settings > Deal pipelines)"
                        + AGAIN;
            case STAGE ->
                "Ask an admin to add the stage '" + element.label() + "' to the deal pipeline '"
                        + property(element, SchemaKind.OF_PIPELINE) + "' (Admin settings > Deal pipelines)" + AGAIN;
            case ACTIVITY_TYPE ->
                "Ask an admin to add the sales activity type '" + element.label() + "' (Admin settings > Activities)"
                        + AGAIN;
            case FILTER -> "Ask an admin to add the view '" + element.label() + "'" + AGAIN;
        };
    }

    private static String field(SchemaElement element) {
        String type = FreshsalesSchemaEditor.types(element).get(0);
        String choices =
                element.options().isEmpty() ? "" : " with the choices '" + String.join("', '", element.options()) + "'";
        String unique = element.label().equals(AccountCatalog.SOURCE_KEY)
                ? ", with unique values if records are to be created in bulk"
                : "";
        return "Ask an admin to add the custom field '" + element.label() + "' of the type " + CustomTypes.shown(type)
                + " to " + element.object() + " records" + choices + ", not mandatory" + unique + " ("
                + module(element) + ")" + AGAIN;
    }

    private static String property(SchemaElement element, String name) {
        return element.properties().getOrDefault(name, "");
    }

    private static String module(SchemaElement element) {
        return "Admin settings > "
                + switch (element.object().name()) {
                    case "contact" -> "Contacts";
                    case "sales_account" -> "Accounts";
                    case "deal" -> "Deals";
                    default -> "Activities";
                };
    }
}
