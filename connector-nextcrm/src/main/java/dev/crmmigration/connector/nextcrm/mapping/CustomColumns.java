package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;

/** The custom fields of contacts, which only the plugin has. */
public final class CustomColumns {

    private static final String CONTACT = "contact";

    private CustomColumns() {}

    /** Sets all of them, under their names unless the destination has a field of that name. */
    public static void addTo(Fields fields, Business business, DestinationView account, String object) {
        for (FieldDescription field : business.customFields(CONTACT)) {
            String name = account.has(object, field.label()) ? field.label() + " (NextCRM)" : field.label();
            String value = Expression.field(field.key()).toString();
            switch (field.type()) {
                case CHOICE, CHOICES ->
                    fields.pickList(name, field.type(), business.distinct(CONTACT, field.key()), value);
                case INSTANT -> fields.moment(account, name, value);
                default -> fields.custom(name, field.type(), value);
            }
        }
    }
}
