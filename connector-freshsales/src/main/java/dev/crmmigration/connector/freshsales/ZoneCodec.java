package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** A time zone, which Freshsales knows by the names of Ruby on Rails only; names of IANA are translated. */
final class ZoneCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        String text = ((String) TextCodec.PLAIN.encode(field, value)).strip();
        return RailsZones.nameOf(text)
                .orElseThrow(() -> new UnfitValueException(
                        "NO_SUCH_ZONE",
                        "Freshsales knows no such time zone. Map it to another one, or leave it out: moments are sent in"
                                + " UTC."));
    }

    @Override
    public @Nullable Object decode(Object json) {
        return TextCodec.PLAIN.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        String name = (String) encode(field, value);
        return Stored.as(name);
    }
}
