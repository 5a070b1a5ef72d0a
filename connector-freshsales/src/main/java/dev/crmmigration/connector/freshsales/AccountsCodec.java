package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.ParticipantsCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of a contact: always the whole list, one of them primary, at most ten. */
final class AccountsCodec implements Codec {

    private static final Codec LINKS = new ParticipantsCodec("sales_account", "id", "is_primary");
    private static final int MOST = 10;

    @Override
    public @Nullable Object cleared() {
        return LINKS.cleared();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        Object links = LINKS.encode(field, value);
        if (((List<?>) links).size() > MOST) {
            throw new UnfitValueException(
                    "TOO_MANY", "A contact belongs to " + MOST + " accounts at most. Map the others to a text field.");
        }
        return links;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return LINKS.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return LINKS.canonical(field, value);
    }
}
